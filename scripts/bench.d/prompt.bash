# What a prompt costs: on a terminal made by script(1), with a prompt and with --no-prompt, in turn.

. "$here/bench.d/start.bash"

bench_prompt() {
    local measured=${rounds:-5} round kind
    local kinds=(prompt no-prompt)
    command -v script >/dev/null || fail "prompt needs script(1) (Debian: apt install bsdutils)"
    prepare_typist
    prepare_child
    prepare_flood
    echo "prompt: on a terminal with nobody typing, $measured rounds in turn"
    for ((round = -1; round < measured; round++)); do
        for kind in "${kinds[@]}"; do
            prompt_start "$kind"
            ((round < 0)) || echo "$elapsed" >>"$work/first.$kind"
            prompt_flood "$kind"
            ((round < 0)) || echo "$elapsed" >>"$work/flood.$kind"
        done
    done
    prompt_report "${kinds[@]}"
}

# Standard input of the terminals: open, and silent.
prepare_typist() {
    mkfifo "$work/typist"
    exec {typist}<>"$work/typist"
}

prepare_flood() {
    mkdir -p "$work/flood"
    seq -f '2026-11-22T10:00:00 INFO request %.0f handled in 12 ms for /api/things, as was to be expected' 400000 \
        >"$work/flood/lines"
    printf 'services:\n' >"$work/flood/brummer.yaml"
    printf '  %s: {type: task, command: cat lines}\n' a b >>"$work/flood/brummer.yaml"
}

# FOLDER KIND — starts `brum up` on a terminal of its own; sets pid, and started.
prompt_up() {
    local line="stty cols 120 rows 40; exec '$brum' -d '$1' up"
    [[ $2 == prompt ]] || line+=" --no-prompt"
    now
    started=$micros
    TERM=xterm-256color script -qec "$line" /dev/null <&"$typist" >"$work/prompt.log" 2>&1 &
    pid=$!
    running[$pid]=1
}

# KIND — from the command to the first act of the first child; sets elapsed.
prompt_start() {
    local started child
    prompt_up "$work/start" "$1"
    read -r -t 30 -u "$hello" child || fail "brum has not started its child within 30 s"
    now
    elapsed=$(awk -v us=$((micros - started)) 'BEGIN { printf "%.2f", us / 1000 }')
    # Not before the prompt is there.
    sleep 1
    kill -TERM "$(ps -o ppid= -p "$child" | tr -d ' ')"
    wait "$pid"
    unset "running[$pid]"
    end_child brum "$child"
}

# KIND — from the command to the end of 800,000 lines; sets elapsed.
prompt_flood() {
    local started lines
    prompt_up "$work/flood" "$1"
    wait "$pid"
    now
    unset "running[$pid]"
    elapsed=$(awk -v us=$((micros - started)) 'BEGIN { printf "%.2f", us / 1000 }')
    lines=$(grep -a -c 'as was to be expected' "$work/prompt.log")
    ((lines == 800000)) || holds "all lines are there" "$lines of 800000 with $1"
}

prompt_report() {
    local kind median low high
    declare -A medians
    header "first act of the child"
    for kind in "$@"; do
        read -r median low high < <(spread <"$work/first.$kind")
        row "$kind" "$median" "$low" "$high"
    done
    header "800,000 lines"
    for kind in "$@"; do
        read -r median low high < <(spread <"$work/flood.$kind")
        medians[$kind]=$median
        row "$kind" "$median" "$low" "$high"
    done
    bar "lines with a prompt against without" "$(ratio "${medians[prompt]}" "${medians[no-prompt]}")" 1.33 x
}
