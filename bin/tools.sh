# Finds what the other commands need: a JDK 25 and a Node 24. Sourced, not run.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"

fail() { printf '%s\n' "$@" >&2; exit 1; }

java_version() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'; }

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")")")" \
      /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_version "$candidate")" = 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  fail "Không tìm thấy JDK 25. Cài JDK 25 (ví dụ: apt-get install temurin-25-jdk, hoặc tải từ adoptium.net)" \
       "hoặc đặt JAVA_HOME trỏ tới một JDK 25. / No JDK 25 found: install one or point JAVA_HOME at it."
}

node_major() { "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

# Vaadin wants Node 24; when the machine's is older, npm fetches one into .node, beside the sources.
find_node() {
  NODE_OPTION=
  if [ "$(node_major node || echo 0)" -ge 24 ] 2>/dev/null; then return; fi
  if [ "$(node_major "$ROOT/.node/bin/node" || echo 0)" != 24 ]; then
    command -v npm >/dev/null || fail "Cần Node.js (bất kỳ bản nào có npm). / Any Node.js with npm is needed: apt-get install npm"
    echo "Cài Node 24 vào .node … / fetching Node 24 into .node …"
    npm install --silent -g --prefix "$ROOT/.node" node@24 npm@11 >/dev/null
  fi
  PATH="$ROOT/.node/bin:$PATH"
  export PATH
  NODE_OPTION="-Dvaadin.node.folder=$ROOT/.node/bin"
}

maven() {
  command -v mvn >/dev/null || fail "Cần Maven 3.8 trở lên. / Maven 3.8 or newer is needed: apt-get install maven"
  mvn -B -ntp ${NODE_OPTION:-} "$@"
}

JAR=target/quan-triet.jar
PORTAL=target/portal
JAVA_FLAGS=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED)

# Everything the jar is made from; content is read when the portal runs.
build_if_changed() {
  if [ ! -f "$JAR" ] || [ -n "$(find pom.xml src/main frontend package.json package-lock.json .mvn -newer "$JAR" -type f \
        -not -path 'frontend/generated/*' -not -path 'src/main/frontend/*' -print -quit 2>/dev/null)" ]; then
    find_node
    echo "Đang dựng (lần đầu mất vài phút) … / building (the first time takes some minutes) …"
    maven -q -DskipTests -Dspotless.check.skip clean package || fail "Dựng không thành công. / The build failed."
    touch "$JAR"
  fi
  if [ ! -f "$PORTAL/ready" ] || [ "$JAR" -nt "$PORTAL/ready" ]; then prepare_start; fi
}

# Unpacks the jar and records one start of an empty portal (an AOT cache, JEP 514), which more than halves every later start.
# Without the recording the portal still starts, only slower. Call adapters are left out: JDK 25 mixes up some and warns of it.
prepare_start() {
  local data
  data=$(mktemp -d)
  rm -rf "$PORTAL"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$JAR" extract --destination "$PORTAL" >/dev/null
  SERVER_PORT=0 QUANTRIET_DATA=$data QUANTRIET_MODE=production "$JAVA_HOME/bin/java" "${JAVA_FLAGS[@]}" \
    -XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching -XX:AOTCacheOutput="$PORTAL/start.aot" -Dspring.context.exit=onRefresh -jar "$PORTAL/quan-triet.jar" \
    >"$PORTAL/recording.log" 2>&1 || rm -f "$PORTAL/start.aot"
  rm -rf "$data"
  touch "$PORTAL/ready"
}

# For commands that need the program's classes and no page of it: those of the built portal where there is one and nothing has
# changed since, else compiled ones.
build_classes_if_changed() {
  local sources=(pom.xml src/main/java src/main/resources)
  if [ -f "$PORTAL/quan-triet.jar" ] && [ -z "$(find "${sources[@]}" -newer "$PORTAL/quan-triet.jar" -type f -print -quit)" ]; then
    CHECK_CLASSPATH=$ROOT/$PORTAL/quan-triet.jar
    return
  fi
  local list=target/classes.classpath
  if [ ! -f "$list" ] || [ -n "$(find "${sources[@]}" -newer "$list" -type f -print -quit)" ]; then
    echo "Đang dựng … / building …" >&2
    maven -q -Dspotless.check.skip resources:resources compiler:compile dependency:build-classpath \
      -Dmdep.includeScope=runtime -Dmdep.outputFile="$list" >&2 || fail "Dựng không thành công. / The build failed."
    touch "$list"
  fi
  CHECK_CLASSPATH=$ROOT/target/classes:$(cat "$list")
}
