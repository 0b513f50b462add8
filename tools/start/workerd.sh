#!/bin/sh
# Miniflare starts this in workerd's place: it writes down which process it is, then becomes workerd.
# Without a place to write to, whoever started us is ending and wants no other workerd.
if [ -n "$NAVET_WORKERD_PID" ]; then echo $$ >"$NAVET_WORKERD_PID" || exit 1; fi
# Ctrl-C reaches the whole group; when workerd ends is the supervisor's to say.
trap '' INT
exec "$NAVET_WORKERD" "$@"
