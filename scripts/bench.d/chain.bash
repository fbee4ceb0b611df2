# How much of a deep graph's time is waiting for nothing.

bench_chain() {
    local measured=${rounds:-5} round limit median low high
    mkdir -p "$work/chain"
    chain_file >"$work/chain/brummer.yaml"
    echo "chain: ms from the first 'starting' to the last 'ready', $measured rounds"
    for ((round = 0; round <= measured; round++)); do
        up "$work/chain"
        await_ready "$work/chain" 30 60
        end "$pid" 30
        ((round == 0)) || chain_time "$work/chain.out" >>"$work/chain.times"
    done
    read -r median low high < <(spread <"$work/chain.times")
    header "30 services, 10 levels"
    row "brum" "$median" "$low" "$high"
    bar "over the critical path of 2000 ms" "$(awk -v m="$median" 'BEGIN { printf "%.1f", m / 20 - 100 }')" 15 " %"
}

chain_file() {
    local level copy
    echo "stages: [level1, level2, level3, level4, level5, level6, level7, level8, level9, level10]"
    echo "services:"
    for level in {1..10}; do
        for copy in a b c; do
            echo "  s$level$copy:"
            echo "    stage: level$level"
            echo "    command: [sh, -c, 'sleep 0.2; echo ready; exec sleep 7200']"
            echo "    readiness: {log: ready}"
        done
    done
}

# FILE — milliseconds between the first `starting` and the last `ready` in it.
chain_time() {
    awk '
        function at(clock) {
            match($0, /"time":"[^"]*T/)
            clock = substr($0, RSTART + RLENGTH)
            return substr(clock, 1, 2) * 3600 + substr(clock, 4, 2) * 60 + substr(clock, 7) + 0
        }
        /"type":"state"/ && /"to":"starting"/ && !begun { first = at(); begun = 1 }
        /"type":"state"/ && /"to":"ready"/ { last = at() }
        END { printf "%.1f\n", (last - first + (last < first ? 86400 : 0)) * 1000 }' "$1"
}
