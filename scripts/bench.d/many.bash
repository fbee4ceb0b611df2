# Whether five hundred services are too many.

bench_many() {
    local measured=${rounds:-1} round mark=7200.$$
    mkdir -p "$work/many"
    many_file "$mark" >"$work/many/brummer.yaml"
    echo "many: 500 services of sleep"
    for ((round = 0; round < measured; round++)); do
        many_once "$mark"
    done
}

many_file() {
    local service
    echo "services:"
    for service in {1..500}; do
        echo "  s$service: {command: [sleep, '$1']}"
    done
}

many_once() {
    local started ready memory failed
    now
    started=$micros
    up "$work/many"
    await_ready "$work/many" 500 120
    now
    ready=$((micros - started))
    memory=$(ps -o rss= -p "$pid")
    holds "500 processes run" "$( (($(sleepers "$1") == 500)) || echo "$(sleepers "$1") do")"
    end "$pid" 60
    failed=$(grep -c '"to":"failed"' "$work/many.out")
    echo "  all ready after $((ready / 1000)) ms, stopped within $((took / 1000)) ms, brum's memory $((memory / 1024)) MiB"
    holds "none failed" "$( ((failed == 0)) || echo "$failed did")"
    holds "brum ends with exit code 0" "$( ((code == 0)) || echo "exit code $code")"
    holds "none is left" "$( (($(sleepers "$1") == 0)) || echo "$(sleepers "$1") are")"
}
