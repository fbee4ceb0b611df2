# What watching costs while nothing happens.

bench_idle() {
    local before after percent seconds=${seconds:-60}
    compile HealthServer
    start_health_server
    mkdir -p "$work/idle"
    idle_file >"$work/idle/brummer.yaml"
    echo "idle: 20 ready services, an http health check every 5 s each, over $seconds s"
    up "$work/idle"
    await_ready "$work/idle" 20 60
    sleep 5
    before=$(processor_time "$pid")
    sleep "$seconds"
    after=$(processor_time "$pid")
    percent=$(awk -v ms=$((after - before)) -v s="$seconds" 'BEGIN { printf "%.2f", ms / s / 10 }')
    echo "  brum's processor time $((after - before)) ms, memory $(($(ps -o rss= -p "$pid") / 1024)) MiB"
    bar "of one core" "$percent" 1.00 " %"
    end "$pid" 30
    holds "brum ends with exit code 0" "$( ((code == 0)) || echo "exit code $code")"
    end "$server" 10
}

start_health_server() {
    mkfifo "$work/port"
    exec {answer}<>"$work/port"
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx32m -cp "$classes" HealthServer >"$work/port" &
    server=$!
    running[$server]=1
    read -r -t 20 -u "$answer" port || fail "the server for the health checks did not start"
}

idle_file() {
    local service
    echo "services:"
    for service in {1..20}; do
        echo "  s$service:"
        echo "    command: [sleep, '7200']"
        echo "    healthcheck: {http: 'http://127.0.0.1:$port/health', interval: 5s, timeout: 1s}"
    done
}

# PID — milliseconds of processor time so far, user and system.
processor_time() {
    if [[ -r /proc/$1/stat ]]; then
        sed 's/.*) //' "/proc/$1/stat" | awk -v tick="$(getconf CLK_TCK)" '{ print int(($12 + $13) * 1000 / tick) }'
    else
        ps -o time= -p "$1" | awk -F'[:.]' '{ print (($1 * 60) + $2) * 1000 + $3 * 10 }'
    fi
}
