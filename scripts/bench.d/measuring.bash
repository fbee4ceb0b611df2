# What all benchmarks share: clocks, medians, bars, and processes that are surely ended.

work=
missed=0
declare -A running=()

fail() {
    echo "bench: $*" >&2
    exit 2
}

# A temporary folder that goes with everything in it, a Brummer that is built, and a word on the machine.
prepare() {
    [[ -x $brum ]] || fail "no launcher at $brum"
    work=$(mktemp -d "${TMPDIR:-/tmp}/brum-bench.XXXXXX") || exit 2
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    "$brum" --version >"$work/version" || fail "$brum --version failed"
    unset NODE_ENV BRUM_PROFILE
    echo "$(head -1 "$work/version"), $(uname -sm), $(getconf _NPROCESSORS_ONLN) cores,$(uptime | sed "s/.*load/ load/")"
}

clean_up() {
    local pid
    # A subshell that is ended before it has dropped the traps of this one must not clean up for it.
    [[ $BASHPID == "$$" ]] || return 0
    for pid in "${!running[@]}"; do
        end "$pid" 15 >/dev/null
    done
    rm -rf "$work"
}

# Microseconds of the wall clock, without starting a program for it.
now() {
    local time=$EPOCHREALTIME
    micros=${time/[.,]/}
}

# stdin: one number a line. Prints "MEDIAN MIN MAX".
spread() {
    sort -n | awk '{ v[NR] = $1 } END {
        print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[1], v[NR] }'
}

# NAME VALUE… — one row of a table, values in milliseconds.
row() {
    printf '  %-22s %10.1f %10.1f %10.1f\n' "$@"
}

header() {
    printf '  %-22s %10s %10s %10s\n' "$1" median min max
}

# WHAT VALUE LIMIT UNIT — says whether VALUE is at most LIMIT, and remembers if it is not.
bar() {
    if awk -v value="$2" -v limit="$3" 'BEGIN { exit !(value <= limit) }'; then
        printf '  pass  %s: %s%s, at most %s%s\n' "$1" "$2" "$4" "$3" "$4"
    else
        printf '  MISS  %s: %s%s, at most %s%s\n' "$1" "$2" "$4" "$3" "$4"
        missed=1
    fi
}

# WHAT VALUE LIMIT UNIT — the same for what has to be at least LIMIT.
least() {
    if awk -v value="$2" -v limit="$3" 'BEGIN { exit !(value >= limit) }'; then
        printf '  pass  %s: %s%s, at least %s%s\n' "$1" "$2" "$4" "$3" "$4"
    else
        printf '  MISS  %s: %s%s, at least %s%s\n' "$1" "$2" "$4" "$3" "$4"
        missed=1
    fi
}

# WHAT [WHY-NOT] — a bar without a number: missed if there is a reason.
holds() {
    if [[ -z ${2-} ]]; then
        echo "  pass  $1"
    else
        echo "  MISS  $1: $2"
        missed=1
    fi
}

# FOLDER [ARGUMENT…] — starts `brum up` there with its output in files beside; sets pid.
up() {
    local folder=$1
    shift
    # Emptied here: the child may open it after somebody has looked into what the last round left.
    : >"$folder.out"
    "$brum" -d "$folder" up --output json "$@" >"$folder.out" 2>"$folder.err" &
    pid=$!
    running[$pid]=1
}

# FOLDER COUNT LIMIT — returns once COUNT services have been ready, or fails after LIMIT seconds.
await_ready() {
    local ready deadline=$((SECONDS + $3))
    while ready=$(grep -c '"to":"ready"' "$1.out") || true; ((ready < $2)); do
        kill -0 "$pid" 2>/dev/null || not_ready "$1" "brum has ended while $ready of $2 services were ready"
        ((SECONDS <= deadline)) || not_ready "$1" "only $ready of $2 services were ready after $3 s"
        sleep 0.1
    done
}

not_ready() {
    tail -n 12 "$1.out" >&2
    tail -n 12 "$1.err" >&2
    fail "$2"
}

# PID LIMIT — SIGTERM, the wait for the end, and after LIMIT seconds SIGKILL; sets code and took (microseconds).
end() {
    local started deadline=$((SECONDS + $2))
    now
    started=$micros
    kill -TERM "$1" 2>/dev/null
    (
        while kill -0 "$1" 2>/dev/null && ((SECONDS <= deadline)); do
            sleep 0.2
        done
        kill -KILL "$1" 2>/dev/null
    ) &
    local watchdog=$!
    wait "$1" 2>/dev/null
    code=$?
    now
    took=$((micros - started))
    unset "running[$1]"
    kill "$watchdog" 2>/dev/null
    wait "$watchdog" 2>/dev/null
}

# MARK — how many processes run whose command line is `sleep MARK`.
sleepers() {
    ps -A -o args= | awk -v mark="$1" '$1 ~ /(^|\/)sleep$/ && $2 == mark { n++ } END { print n + 0 }'
}

# The JDK that the launcher runs with; else one of at least version 25 in the usual places.
find_java() {
    local launch=$root/target/dist/launch home
    java=$([[ -f $launch ]] && . "$launch" >/dev/null 2>&1 && echo "${java-}")
    [[ ! -x $java ]] || return 0
    for home in "${BRUM_JAVA_HOME-}" "${JAVA_HOME-}" /usr/lib/jvm/*; do
        java=$home/bin/java
        if [[ -x ${java}c ]] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release" 2>/dev/null; then
            return
        fi
    done
    fail "no JDK 25 found; name one: BRUM_JAVA_HOME=/path/to/jdk"
}

# The other tools, as far as they are there: concurrently in its pinned version, foreman as it is installed.
prepare_concurrently() {
    local folder=$here/bench.d
    concurrently=$folder/node_modules/.bin/concurrently
    if [[ ! -x $concurrently || $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]]; then
        echo "bench: installing concurrently into scripts/bench.d/node_modules" >&2
        (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) >&2 || fail "npm ci failed in scripts/bench.d"
    fi
}

# TOOL — what it is called in a table.
tool_name() {
    case $1 in
        concurrently) echo "concurrently $("$concurrently" --version)" ;;
        foreman) echo "foreman $(foreman version)" ;;
        bare-jvm) echo "bare JVM" ;;
        *) echo "$1" ;;
    esac
}

ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

# CLASS [CLASSPATH] — compiles scripts/bench.d/CLASS.java, and what it uses of that folder, into target/bench.
compile() {
    find_java
    classes=$root/target/bench
    mkdir -p "$classes"
    if [[ ! -f $classes/$1.class || -n $(find "$here"/bench.d/*.java -newer "$classes/$1.class") ]]; then
        "${java%java}javac" -d "$classes" -sourcepath "$here/bench.d" -cp "$classes:${2-}" "$here/bench.d/$1.java" ||
            fail "$1.java does not compile"
        rm -f "$classes/$1".*.aot
    fi
}
