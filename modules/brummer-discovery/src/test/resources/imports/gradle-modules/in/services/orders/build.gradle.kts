plugins {
    java
    id("org.springframework.boot")
}
dependencies { implementation("org.springframework.boot:spring-boot-starter-actuator") }
