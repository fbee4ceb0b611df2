package com.acme

@SpringBootApplication
class Orders

fun main(args: Array<String>) {
    runApplication<Orders>(*args)
}
