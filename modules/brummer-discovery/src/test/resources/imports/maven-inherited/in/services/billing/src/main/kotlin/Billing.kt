fun main() = println("billing")
