#!/usr/bin/env bash
# Sends what ioculate has planned: @what@, to
#   @host@
#
#   bash @name@       sends it all
#   bash @name@ 7     goes on with call 7
#
# It needs curl, and an access token for the Defender API that holds Ti.ReadWrite: it takes the one in
# IOCULATE_TOKEN, or else asks for it. The token is kept nowhere.
# To send an indicator again changes nothing. What others have changed in the tenant since the plan was
# made is not looked at.
set -u
export LC_ALL=C
umask 077

api=@api@
calls=@calls@
first=${1:-1}
case $first in
  '' | *[!0-9]* | ????????*) printf 'The number of a call is expected, not: %s\n' "$first" >&2; exit 2 ;;
esac
if [ "$first" -lt 1 ] || [ "$first" -gt "$calls" ]; then
  printf 'There is no call %s: there are 1 to %s.\n' "$first" "$calls" >&2
  exit 2
fi
command -v curl >/dev/null || { printf 'curl is not there.\n' >&2; exit 2; }

token=${IOCULATE_TOKEN:-}
if [ -z "$token" ]; then
  # A terminal that edits lines takes short ones only.
  terminal=$(stty -g 2>/dev/null) || terminal=
  if [ -n "$terminal" ]; then
    trap 'stty "$terminal"' EXIT
    stty -echo -icanon min 1 time 0
  fi
  printf 'Access token: ' >&2
  IFS= read -r token || true
  printf '\n' >&2
  if [ -n "$terminal" ]; then
    stty "$terminal"
    trap - EXIT
  fi
fi
token=${token%$'\r'}
case $token in
  '' | *[!A-Za-z0-9._~+/=-]*) printf 'That is no access token.\n' >&2; exit 2 ;;
esac

work=$(mktemp -d) && cd "$work" || exit 2
trap 'cd / && rm -rf "$work"' EXIT
accepted=0 refused=0 unknown=0 started=

answer() {
  [ ! -f answer.json ] || tr -d '\000-\037\177' <answer.json | cut -c 1-2000 >&2
  printf '\n' >&2
}

totals() {
  printf '%s accepted, %s refused, %s without an answer.\n' "$accepted" "$refused" "$unknown"
}

stop() {
  answer
  printf '%s\n' "$2" >&2
  printf 'Stopped at call %s of %s. To go on there, give its number.\n' "$1" "$calls" >&2
  totals
  exit 1
}

# The items of an answer, one a line; a brace in a text is part of it.
items() {
  tr -d '\000-\037\177' <answer.json | grep -oE '\{("([^"\\]|\\.)*"|[^"{}])*\}'
}

taken() { # number, indicators, path
  case $3 in
    */import)
      items >items.txt
      local good bad
      good=$(grep -cE '"isFailed" *: *false' items.txt)
      bad=$(grep -cE '"isFailed" *: *true' items.txt)
      grep -E '"isFailed" *: *true' items.txt
      accepted=$((accepted + good))
      refused=$((refused + bad))
      unknown=$((unknown + $2 - good - bad))
      ;;
    *) accepted=$((accepted + $2)) ;;
  esac
  printf 'Call %s of %s: %s\n' "$1" "$calls" "$status"
}

wait_for() { # seconds, why
  printf '%s: waiting %s s.\n' "$2" "$1" >&2
  sleep "$1"
}

send() { # number, indicators, path, pause; the body comes in
  cat >body.json
  [ "$1" -ge "$first" ] || return 0
  [ -z "$started" ] || sleep "$4"
  started=yes
  local tries=0 seconds
  while :; do
    tries=$((tries + 1))
    rm -f answer.json headers.txt
    status=$(printf 'header = "Authorization: Bearer %s"\n' "$token" |
      curl --config - --silent --show-error --max-time 180 --request POST \
        --header 'Content-Type: application/json' --header 'Accept: application/json' \
        --data-binary @body.json --dump-header headers.txt --output answer.json \
        --write-out '%{http_code}' "$api$3") || status=000
    case $status in
      2??) taken "$@"; return ;;
      401 | 403) stop "$1" "The API answers $status: the token is not good for this." ;;
      429 | 408 | 000 | 5??)
        [ "$tries" -lt 6 ] || stop "$1" "No good answer in $tries tries ($status)."
        seconds=$(tr -d '\r' <headers.txt 2>/dev/null |
          sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]: *\([0-9]\{1,5\}\)$/\1/p' | tail -n 1)
        [ -n "$seconds" ] || seconds=$((status == 429 ? 60 : tries * 5))
        wait_for "$seconds" "The API answers $status"
        ;;
      400)
        case $3 in */BatchDelete) stop "$1" 'What is to be deleted first was not deleted.' ;; esac
        answer
        printf 'Call %s of %s: refused as a whole.\n' "$1" "$calls" >&2
        refused=$((refused + $2))
        return
        ;;
      *) stop "$1" "The API answers $status." ;;
    esac
  done
}

printf 'To %s: calls %s to %s.\n' "$api" "$first" "$calls"
@bodies@
totals
[ "$refused" -eq 0 ] && [ "$unknown" -eq 0 ]
