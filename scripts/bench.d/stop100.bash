# Whether a hundred services are stopped at the same time.

bench_stop100() {
    local measured=${rounds:-5} round median low high why=
    mkdir -p "$work/stop100"
    stop100_file >"$work/stop100/brummer.yaml"
    echo "stop100: ms from SIGTERM to the end of brum, 100 services that take 50 ms to end, $measured rounds"
    for ((round = 0; round <= measured; round++)); do
        up "$work/stop100"
        await_ready "$work/stop100" 100 60
        end "$pid" 30
        ((code == 0)) || why="exit code $code"
        ((round == 0)) || awk -v us="$took" 'BEGIN { printf "%.1f\n", us / 1000 }' >>"$work/stop100.times"
    done
    read -r median low high < <(spread <"$work/stop100.times")
    header "100 services"
    row "brum" "$median" "$low" "$high"
    bar "stop" "$median" 1000 " ms"
    holds "brum ends with exit code 0" "$why"
}

stop100_file() {
    local service
    echo "services:"
    for service in {1..100}; do
        echo "  s$service:"
        echo "    command: [sh, -c, 'trap \"sleep 0.05; exit 0\" TERM; echo up; sleep 7200 & wait']"
        echo "    readiness: {log: up}"
    done
}
