data class Money(val cents: Long)
