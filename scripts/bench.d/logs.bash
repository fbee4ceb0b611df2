# What the log path carries: four children that write as fast as they can, and ten that write steadily.
#
# Measured is the whole run, from the command to its end with all lines out: start-up counts. Each tool runs the same
# children, which copy prepared files to their output. What came out is compared with these files line by line.

log_services=4
log_lines=1000000

bench_logs() {
    local measured=${rounds:-5} round kind to tool
    local -a tools=(brum concurrently)
    declare -A log_faults=()
    prepare_log_lines
    prepare_concurrently
    echo "logs: $log_services children that write $log_lines lines each, $measured rounds in turn"
    for ((round = 0; round <= measured; round++)); do
        for kind in plain requests; do
            for to in null file; do
                for tool in "${tools[@]}"; do
                    logs_once "$tool" "$kind" "$to"
                    ((round == 0)) || echo "$elapsed" >>"$work/logs.$kind.$to.$tool"
                done
            done
        done
    done
    logs_foreman
    logs_report
    logs_memory
    logs_latency
    logs_follow
}

prepare_log_lines() {
    compile LogLines
    compile LogCheck
    compile LogLatency
    compile JournalCheck "$(brum_jar)"
    mkdir -p "$work/logs"
    "$java" "${log_java[@]}" -cp "$classes" LogLines "$work/lines" $log_services $log_lines || fail "no lines to write"
    local kind service
    for kind in plain requests; do
        mkdir -p "$work/logs/$kind"
        echo "services:" >"$work/logs/$kind/brummer.yaml"
        for ((service = 1; service <= log_services; service++)); do
            echo "  s$service: {type: task, command: [cat, $work/lines/$kind/s$service.txt]}"
        done >>"$work/logs/$kind/brummer.yaml"
        # Where one child of foreman ends, it ends the others: so all wait for the last.
        for ((service = 1; service <= log_services; service++)); do
            echo "s$service: sh $work/logs/together $work/lines/$kind/s$service.txt $service"
        done >"$work/logs/$kind/Procfile"
    done
    cat >"$work/logs/together" <<'TOGETHER'
cat "$1"
: >"$0.$2"
until [ -e "$0.1" ] && [ -e "$0.2" ] && [ -e "$0.3" ] && [ -e "$0.4" ]; do sleep 0.02; done
sleep 1
TOGETHER
}

log_java=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)

brum_jar() {
    (. "$root/target/dist/launch" && echo "$root/target/dist/$build/brum.jar")
}

# TOOL KIND null|file — runs it once; sets elapsed, in milliseconds, and notes what is missing of a file.
logs_once() {
    local folder=$work/logs/$2 out=/dev/null started service
    local -a command children=()
    for ((service = 1; service <= log_services; service++)); do
        children+=("cat $work/lines/$2/s$service.txt")
    done
    case $1 in
        brum) command=("$brum" up) ;;
        concurrently) command=("$concurrently" "${children[@]}") ;;
        foreman) command=(foreman start) ;;
    esac
    [[ $3 == null ]] || out=$work/logs/out
    rm -rf "$work/logs/out" "$work"/logs/together.* "$folder/.brummer"
    cd "$folder" || exit 2
    now
    started=$micros
    "${command[@]}" >"$out" 2>"$work/logs/err" &
    pid=$!
    running[$pid]=1
    wait "$pid"
    unset "running[$pid]"
    now
    elapsed=$(awk -v us=$((micros - started)) 'BEGIN { printf "%.2f", us / 1000 }')
    cd "$root" || exit 2
    [[ $3 == null ]] || note_faults "$1, $2, file" LogCheck "$1" "$work/lines/$2" "$out"
    [[ $1 != brum ]] || note_faults "$1, $2, journal" JournalCheck "$work/lines/$2" "$folder/.brummer/journal"
}

# WHAT CLASS ARGUMENT… — remembers what the check has to say, where nothing was said before.
note_faults() {
    local what=$1 faults
    shift
    faults=$("$java" "${log_java[@]}" -cp "$classes:$(brum_jar)" "$@" 2>&1)
    [[ -n ${log_faults[$what]-} ]] || log_faults[$what]=$faults
}

# It takes half a minute for what the others do in a second: once is enough.
logs_foreman() {
    command -v foreman >/dev/null || return 0
    local kind
    tools+=(foreman)
    for kind in plain requests; do
        logs_once foreman "$kind" file
        echo "$elapsed" >"$work/logs.$kind.file.foreman"
        logs_once foreman "$kind" null
        echo "$elapsed" >"$work/logs.$kind.null.foreman"
    done
}

logs_report() {
    local kind to tool median low high what
    declare -A medians=()
    for kind in plain requests; do
        for to in null file; do
            header "$kind lines to $to, ms"
            for tool in "${tools[@]}"; do
                read -r median low high < <(spread <"$work/logs.$kind.$to.$tool")
                medians[$tool]=$median
                row "$(tool_name "$tool")" "$median" "$low" "$high"
            done
            least "brum's throughput" "$(ratio "${medians[concurrently]}" "${medians[brum]}")" 0.60 " x concurrently's"
        done
    done
    for what in "brum, plain, file" "brum, plain, journal" "brum, requests, file" "brum, requests, journal"; do
        holds "all lines, whole and in order: $what" "${log_faults[$what]}"
    done
    for what in "${!log_faults[@]}"; do
        [[ $what == brum* || -z ${log_faults[$what]} ]] || echo "  note  $what: ${log_faults[$what]//$'\n'/; }"
    done
}

# The JVM, which the launcher has become, and the guard; the children are not Brummer.
logs_memory() {
    local now_used peak=0
    rm -rf "$work/logs/plain/.brummer"
    "$brum" -d "$work/logs/plain" up >"$work/logs/out" 2>"$work/logs/err" &
    pid=$!
    running[$pid]=1
    while kill -0 "$pid" 2>/dev/null; do
        now_used=$(ps -A -o pid=,ppid=,rss=,args= | awk -v brum="$pid" '
            $1 == brum || ($2 == brum && /guard\.sh/) { sum += $3 } END { print sum + 0 }')
        ((now_used <= peak)) || peak=$now_used
        sleep 0.02
    done
    wait "$pid"
    unset "running[$pid]"
    bar "brum's memory at its peak, JVM and guard" "$(awk -v kb="$peak" 'BEGIN { printf "%.0f", kb / 1024 }')" 250 " MiB"
}

# Ten services, each with a line every millisecond, and a reader at the other end of brum's output.
logs_latency() {
    local seconds=${seconds:-10} service lines median high most
    mkdir -p "$work/latency"
    echo "services:" >"$work/latency/brummer.yaml"
    for service in {0..9}; do
        echo "  t$service: {type: task, command: ['$here/bench.d/ticker', '$((seconds * 1000))']}"
    done >>"$work/latency/brummer.yaml"
    "$brum" -d "$work/latency" up 2>"$work/latency.err" |
        "$java" "${log_java[@]}" -cp "$classes" LogLatency >"$work/latency.times"
    read -r lines median high most <"$work/latency.times"
    echo "  latency: ten services, a line every millisecond each, over $seconds s: $lines lines, in microseconds" \
        "median $median, 99th percentile $high, most $most"
    holds "no line is missing" "$( ((lines == seconds * 10000)) || echo "$lines of $((seconds * 10000)) came")"
    high=$(awk -v us="$high" 'BEGIN { printf "%.2f", us / 1000 }')
    bar "the 99th percentile of the way to the console" "$high" 10 " ms"
}

# The same ten services, and a reader that follows them from another terminal.
logs_follow() {
    local seconds=${seconds:-10} lines median high most
    rm -rf "$work/latency/.brummer"
    "$brum" -d "$work/latency" up >"$work/latency.out" 2>"$work/latency.err" &
    pid=$!
    running[$pid]=1
    until grep -q '| ' "$work/latency.out"; do
        kill -0 "$pid" 2>/dev/null || fail "brum has ended before a line came: $(tail -3 "$work/latency.err")"
        sleep 0.02
    done
    "$brum" -d "$work/latency" logs -n 0 -f 2>"$work/follow.err" |
        "$java" "${log_java[@]}" -cp "$classes" LogLatency --following >"$work/follow.times"
    wait "$pid"
    unset "running[$pid]"
    read -r lines median high most <"$work/follow.times"
    echo "  brum logs -f beside it: $lines lines, in microseconds median $median, 99th percentile $high, most $most"
    bar "the 99th percentile of the way to another terminal" "$(awk -v us="$high" 'BEGIN { printf "%.2f", us / 1000 }')" 50 " ms"
}
