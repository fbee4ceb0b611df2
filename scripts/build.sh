# Builds Brummer for scripts/brum, which reads this file where there is nothing built yet. Sets nothing but builds
# target/dist. Says what it does on standard error, for standard output belongs to the command that was asked for.

# The version in a JDK's 'release' file, read without starting that JDK.
jdk_major() {
    while IFS= read -r jdk_line; do
        case $jdk_line in
            JAVA_VERSION=\"*)
                jdk_line=${jdk_line#JAVA_VERSION=\"}
                echo "${jdk_line%%[!0-9]*}"
                return
                ;;
        esac
    done <"$1/release"
}

# The first JDK of at least version 25 in the usual places.
find_jdk() {
    path_java=$(command -v javac 2>/dev/null) && path_java=$(readlink -f "$path_java" 2>/dev/null) || path_java=
    for jdk in "$BRUM_JAVA_HOME" "$JAVA_HOME" "${path_java%/bin/javac}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$jdk" ] && [ -x "$jdk/bin/javac" ] && [ -f "$jdk/release" ]; then
            major=$(jdk_major "$jdk")
            if [ "${major:-0}" -ge 25 ]; then
                echo "$jdk"
                return 0
            fi
        fi
    done
    return 1
}

build_brum() {
    if ! jdk=$(find_jdk); then
        echo "brum: a JDK 25 or later is needed and none was found; install one (Debian: apt install openjdk-25-jdk," \
            "macOS: brew install openjdk, or https://adoptium.net), or name it: BRUM_JAVA_HOME=/path/to/jdk" >&2
        return 1
    fi
    if ! command -v mvn >/dev/null 2>&1; then
        echo "brum: Maven is needed for the first build; install it (Debian: apt install maven, macOS: brew install maven)" >&2
        return 1
    fi
    echo "brum: building, which takes a minute the first time" >&2
    mkdir -p "$root/target"
    log=$root/target/build.log
    (cd "$root" && JAVA_HOME=$jdk mvn -B -Dquick -DskipTests -pl '!modules/brummer-it' package) 2>&1 |
        tee "$log" |
        while IFS= read -r line; do
            case $line in
                "[INFO] Building Brummer"* | "[INFO] Building shop"*) echo "brum: ${line#\[INFO\] }" >&2 ;;
                "[ERROR]"*) echo "$line" >&2 ;;
            esac
        done
    if ! grep -q 'BUILD SUCCESS' "$log" || [ ! -f "$dist/launch" ]; then
        echo "brum: the build failed; all it said is in $log" >&2
        return 1
    fi
    touch "$dist/launch"
    echo "brum: built" >&2
}

build_brum || exit 2
