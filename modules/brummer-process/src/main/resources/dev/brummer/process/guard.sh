# Ends a fleet whose Brummer is gone, however it went. Brummer starts this beside itself, in a session of its own, and
# tells it on its standard input who belongs to the fleet; when that ends without 'end', nobody is left to tell.
#
#   $1 what the names of the fleet's marker variables begin with
#   $2 how long stopping may take, in seconds, before what is left is killed
#   $3 the lowest limit of a resident set, in bytes, by which the fleet's processes are marked; $4 one beyond the highest
#
#   r LEADER       a run has begun, in the session and process group LEADER
#   o LEADER       nothing of that run is left
#   + PID TICKS    a process belongs to the fleet; TICKS is when it started, in the kernel's count
#   - PID TICKS    it is gone
#   g SECONDS      stopping may take so long from now on
#   end            a normal stop
trap '' HUP INT TERM QUIT

leaders=' '
members=' '
grace=$2
while read -r word one two; do
    case $word in
        r) leaders="$leaders$one " ;;
        o) leaders="${leaders%% $one *} ${leaders#* $one }" ;;
        +) members="$members$one:$two " ;;
        -) members="${members%% $one:$two *} ${members#* $one:$two }" ;;
        g) grace=$one ;;
        end) exit 0 ;;
    esac
done

# Sets line to a process's row in the process table, in one line whatever is in the name of its command.
row() {
    line=
    while read -r part; do line="$line $part"; done <"/proc/$1/stat"
    line=${line# }
    [ -n "$line" ]
} 2>/dev/null

# One line for each living process: pid, parent, group, session, ticks.
table() {
    for entry in /proc/[0-9]*; do
        row "${entry#/proc/}" || continue
        pid=${line%% *}
        set -- ${line##*) }
        case $1 in
            Z | X) ;;
            *) echo "$pid $2 $3 $4 ${20}" ;;
        esac
    done
}

# The pids whose limit of the resident set, which Linux passes on and ignores, is one of the fleet's.
limited() {
    grep -H '^Max resident set' /proc/[0-9]*/limits 2>/dev/null | while read -r file words set soft rest; do
        case $soft in *[!0-9]*) continue ;; esac
        if [ "$soft" -ge "$lowest" ] && [ "$soft" -lt "$beyond" ]; then
            file=${file#/proc/}
            echo "${file%%/*}"
        fi
    done | tr '\n' ' '
}

# Sets found to the living processes of the fleet. Whoever is found once is a member from then on, so that his children
# are found too; a pid that comes again with other ticks is a stranger.
scan() {
    marked=" $(grep -a -l -F "$prefix" /proc/[0-9]*/environ 2>/dev/null | tr -c '0-9\n' ' ' | tr -s ' \n' ' ') "
    marked="$marked$(limited) "
    rows=$(table)
    found=' '
    sessions=' '
    before=
    while [ "$before" != "$found" ]; do
        before=$found
        while read -r pid parent group session ticks; do
            [ "$pid" != $$ ] || continue
            case $found in *" $pid "*) continue ;; esac
            mine=
            case $members in *" $pid:$ticks "*) mine=yes ;; esac
            case $marked in *" $pid "*) mine=yes ;; esac
            case $found in *" $parent "*) mine=yes ;; esac
            case $sessions in *" $session "* | *" $group "*) mine=yes ;; esac
            if [ -n "$mine" ]; then
                found="$found$pid "
                case $leaders in *" $session "*) sessions="$sessions$session " ;; esac
                case $leaders in *" $group "*) sessions="$sessions$group " ;; esac
                case $members in *" $pid:$ticks "*) ;; *) members="$members$pid:$ticks " ;; esac
            fi
        done <<ROWS
$rows
ROWS
    done
}

# Hundredths of a second since the machine was started, without starting a program.
now() {
    read -r up rest </proc/uptime
    hundredths=${up%.*}${up#*.}
}

# Whether one of those found is still there, without looking for others: enough while they are given time.
waiting() {
    for pid in $found; do
        row "$pid" || continue
        case ${line##*) } in Z* | X*) ;; *) return 0 ;; esac
    done
    return 1
}

prefix=$1
lowest=$3
beyond=$4
[ -d /proc/self ] || {
    # Without /proc, what is known are the process groups.
    for leader in $leaders; do kill -s TERM -- "-$leader" 2>/dev/null; done
    sleep "$grace"
    for leader in $leaders; do kill -s KILL -- "-$leader" 2>/dev/null; done
    exit 0
}

now
end=$((hundredths + grace * 100))
scan
for pid in $found; do kill -s TERM "$pid" 2>/dev/null; done
while [ "$hundredths" -lt "$end" ] && waiting; do
    sleep 0.05
    now
done

clean=0
while [ "$clean" -lt 2 ]; do
    scan
    if [ "$found" = ' ' ]; then
        clean=$((clean + 1))
    else
        clean=0
        for pid in $found; do kill -s KILL "$pid" 2>/dev/null; done
    fi
    sleep 0.05
done
