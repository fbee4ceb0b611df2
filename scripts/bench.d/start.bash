# From the command to the first act of the first child's program.
#
# That act is a line into a pipe at which this script already waits, so nobody polls and every tool is measured by the
# same clock. All tools are given the same command for the shell.

bench_start() {
    local measured=${rounds:-15} round tool
    local tools=(brum concurrently)
    prepare_child
    prepare_concurrently
    prepare_bare_jvm
    if command -v foreman >/dev/null; then
        tools+=(foreman)
        echo 'child: ./child' >"$work/start/Procfile"
    fi
    tools+=(bare-jvm)
    echo "start: ms from the command to the first act of the first child, $measured rounds in turn"
    for tool in "${tools[@]}"; do
        start_once "$tool" >/dev/null
    done
    for ((round = 0; round < measured; round++)); do
        for tool in "${tools[@]}"; do
            start_once "$tool"
            echo "$elapsed" >>"$work/start.$tool"
        done
    done
    start_report "${tools[@]}"
    ask_often
}

prepare_child() {
    mkdir -p "$work/start"
    mkfifo "$work/start/hello"
    exec {hello}<>"$work/start/hello"
    cat >"$work/start/child" <<'CHILD'
#!/bin/sh
echo $$ >hello
echo up
exec sleep 7200
CHILD
    chmod +x "$work/start/child"
    printf 'services:\n  child: {command: ./child}\n' >"$work/start/brummer.yaml"
}

# The same flags as Brummer's start, as far as they help, and a cache of its classes.
prepare_bare_jvm() {
    compile BareJvm
    local build
    build=$("$java" -version 2>&1 | cksum)
    local cache=$classes/BareJvm.${build%% *}.aot
    bare_flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto)
    if [[ ! -f $cache ]]; then
        "$java" "${bare_flags[@]}" -XX:AOTCacheOutput="$cache" -cp "$classes" BareJvm true >/dev/null 2>&1
    fi
    [[ ! -f $cache ]] || bare_flags+=("-XX:AOTCache=$cache")
}

# TOOL — runs it once; sets elapsed, in milliseconds.
start_once() {
    local command started child
    case $1 in
        brum) command=("$brum" up) ;;
        concurrently) command=("$concurrently" ./child) ;;
        foreman) command=(foreman start) ;;
        bare-jvm) command=("$java" "${bare_flags[@]}" -cp "$classes" BareJvm sh -c ./child) ;;
    esac
    cd "$work/start" || exit 2
    now
    started=$micros
    "${command[@]}" >"$work/start.log" 2>&1 &
    pid=$!
    running[$pid]=1
    read -r -t 30 -u "$hello" child || start_failed "$1"
    now
    elapsed=$(awk -v us=$((micros - started)) 'BEGIN { printf "%.2f", us / 1000 }')
    end "$pid" 15
    cd "$root" || exit 2
    end_child "$1" "$child"
    sleep 0.1
}

start_failed() {
    cat "$work/start.log" >&2
    fail "$1 has not started its child within 30 s"
}

# A bare JVM leaves its child behind, and is not alone in that.
end_child() {
    if [[ $(ps -o args= -p "$2") == "sleep 7200" ]]; then
        kill "$2"
        [[ $1 != brum ]] || holds "brum leaves nothing behind" "its child still ran"
    fi
}

start_report() {
    local tool median low high
    declare -A medians
    header tool
    for tool in "$@"; do
        read -r median low high < <(spread <"$work/start.$tool")
        medians[$tool]=$median
        row "$(tool_name "$tool")" "$median" "$low" "$high"
    done
    bar "brum against concurrently" "$(ratio "${medians[brum]}" "${medians[concurrently]}")" 1.00 x
    bar "brum against a bare JVM" "$(ratio "${medians[brum]}" "${medians[bare-jvm]}")" 5.00 x
}

# What `brum ps` takes as a whole command, while ten services run in another process.
ask_often() {
    local folder=$work/asked round started fd_before fd_after median low high service
    mkdir -p "$folder"
    {
        echo services:
        for service in a b c d e f g h i j; do
            echo "  $service: {command: exec sleep 7200}"
        done
    } >"$folder/brummer.yaml"
    up "$folder"
    await_ready "$folder" 10 30
    "$brum" -d "$folder" ps >/dev/null || fail "brum ps failed"
    fd_before=$(ls "/proc/$pid/fd" 2>/dev/null | wc -l)
    for ((round = 0; round < ${rounds:-200}; round++)); do
        now
        started=$micros
        "$brum" -d "$folder" ps >/dev/null || fail "brum ps failed"
        now
        awk -v us=$((micros - started)) 'BEGIN { printf "%.2f\n", us / 1000 }' >>"$work/asked.ps"
    done
    fd_after=$(ls "/proc/$pid/fd" 2>/dev/null | wc -l)
    end "$pid" 15
    echo "ps: ms of 'brum ps' as a whole command, ${rounds:-200} in a row, ten services"
    header command
    read -r median low high < <(spread <"$work/asked.ps")
    row "brum ps" "$median" "$low" "$high"
    bar "brum ps" "$median" 300 " ms"
    bar "open files of brum after them, more than before" "$((fd_after - fd_before))" 3 ""
}
