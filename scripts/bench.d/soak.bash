# Whether anything grows while services crash and come back.

bench_soak() {
    local seconds=${seconds:-600} fifth files threads memory busy before
    local -a all_files=() all_threads=() all_memory=()
    mkdir -p "$work/soak"
    soak_file >"$work/soak/brummer.yaml"
    echo "soak: 50 services that crash after 1 to 10 s and are restarted, over $seconds s"
    up "$work/soak"
    printf '  %-8s %10s %10s %12s %14s\n' fifth 'open files' threads 'memory MiB' 'processor %'
    for fifth in 1 2 3 4 5; do
        before=$(soak_time)
        sleep $((seconds / 5))
        files=$(find "/proc/$pid/fd" -mindepth 1 2>/dev/null | wc -l)
        threads=$(find "/proc/$pid/task" -mindepth 1 -maxdepth 1 | wc -l)
        memory=$(($(ps -o rss= -p "$pid") / 1024))
        busy=$(awk -v ms=$(($(soak_time) - before)) -v s=$((seconds / 5)) 'BEGIN { printf "%.2f", ms / s / 10 }')
        printf '  %-8s %10s %10s %12s %14s\n' "$fifth" "$files" "$threads" "$memory" "$busy"
        all_files+=("$files")
        all_threads+=("$threads")
        all_memory+=("$memory")
    done
    holds "open files are flat" "$(soak_grown "${all_files[1]}" "${all_files[4]}")"
    holds "threads are flat" "$(soak_grown "${all_threads[1]}" "${all_threads[4]}")"
    holds "memory is flat" "$(soak_grown "${all_memory[1]}" "${all_memory[4]}")"
    end "$pid" 60
}

# Says so where the second is more than a tenth, and more than a handful, above the first.
soak_grown() {
    (($2 * 10 <= $1 * 11 + 50)) || echo "from $1 to $2"
}

soak_time() {
    sed 's/.*) //' "/proc/$pid/stat" | awk -v tick="$(getconf CLK_TCK)" '{ print int(($12 + $13) * 1000 / tick) }'
}

soak_file() {
    local service
    echo "defaults:"
    echo "  restart: always"
    echo "  backoff: {initial: 100ms, max: 1s, reset_after: 900ms}"
    echo "services:"
    for service in {1..50}; do
        echo "  s$service: {command: 'echo up; sleep $((1 + $service * 7 % 10)); echo down; exit 1'}"
    done
}
