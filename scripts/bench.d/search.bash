# How long `brum logs` takes to find something in ten million lines, beside ripgrep over the same bytes.

search_lines=10000000

bench_search() {
    local measured=${rounds:-5} round
    command -v rg >/dev/null || fail "search compares with ripgrep, which is not installed (Debian: apt install ripgrep)"
    prepare_journal
    echo "search: ms for an answer from $(grep -c . <<<"$segments") segments, $megabytes MB on disk, $measured rounds in turn"
    header what
    search_for 'rare word' 3 300 zebra -- rg -i zebra
    search_for 'service and level' 3 300 service:s2 level:error -- rg -i 'ERROR s2'
    search_for 'regex with a literal' 3 300 '/upstream on try [3-5]: timeout/' -- rg -i 'upstream on try [3-5]: timeout'
    search_for 'regex without one' 10 0 '/[x-z]e[a-c]r[a-b]/' -- rg -i '[x-z]e[a-c]r[a-b]'
    first_results
}

# Ten million lines of four services, written by brum itself.
prepare_journal() {
    compile SearchLines
    mkdir -p "$work/search"
    {
        echo "logs: {retain: {size: 20GB}}"
        echo "sinks: [{console: off}]"
        echo "services:"
        local service
        for service in s1 s2 s3 s4; do
            echo "  $service: {type: task, command: '$java -cp $classes SearchLines $service $((search_lines / 4))'}"
        done
    } >"$work/search/brummer.yaml"
    "$brum" -d "$work/search" up >"$work/search.out" 2>&1 || fail "the journal could not be written: $(tail -3 "$work/search.out")"
    segments=$(find "$work/search/.brummer/journal" -name '*.segment')
    megabytes=$(($(cat $segments | wc -c) / 1000000))
}

# WHAT FACTOR PLUS-MS QUERY… -- RG… — compares, and holds brum to PLUS + FACTOR x ripgrep.
search_for() {
    local what=$1 factor=$2 plus=$3 query=()
    shift 3
    while [[ $1 != -- ]]; do
        query+=("$1")
        shift
    done
    shift
    local name=${what// /-}
    : >"$work/$name.brum"
    : >"$work/$name.rg"
    for ((round = 0; round <= measured; round++)); do
        timed "$name.brum" "$round" "$brum" -d "$work/search" logs -n all "${query[@]}"
        timed "$name.rg" "$round" "$@" -a --no-filename $segments
    done
    local ours theirs found expected
    ours=$(spread <"$work/$name.brum")
    theirs=$(spread <"$work/$name.rg")
    row "brum: $what" $ours
    row "rg: $what" $theirs
    found=$(wc -l <"$work/$name.brum.found")
    expected=$(wc -l <"$work/$name.rg.found")
    holds "as many lines found: $found" "$([[ $found -ge 4 && $found == "$expected" ]] || echo "rg found $expected")"
    bar "$what" "${ours%% *}" "$(awk -v t="${theirs%% *}" -v f="$factor" -v p="$plus" 'BEGIN { print p + f * t }')" ' ms'
}

# FILE ROUND COMMAND… — adds the milliseconds it took to FILE, but for round 0, which warms.
timed() {
    local file=$1 of=$2 started
    shift 2
    now
    started=$micros
    "$@" >"$work/$file.found" 2>"$work/$file.err" || true
    now
    ((of == 0)) || awk -v t=$((micros - started)) 'BEGIN { print t / 1000 }' >>"$work/$file"
}

first_results() {
    : >"$work/first"
    for ((round = 0; round <= measured; round++)); do
        timed first "$round" "$brum" -d "$work/search" logs -n 100 session
    done
    row 'brum: logs -n 100 WORD' $(spread <"$work/first")
    holds "a hundred lines" "$([[ $(wc -l <"$work/first.found") == 100 ]] || echo "$(wc -l <"$work/first.found") lines")"
}
