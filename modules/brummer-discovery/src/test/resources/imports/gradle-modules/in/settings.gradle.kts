rootProject.name = "shop"
include(":services:orders", "billing",
    "lib")
include("tools:$name")
project(":lib").projectDir = file("elsewhere")
