#!/bin/sh
# Started in workerd's place: it writes down which process it is, then becomes workerd.
# Without a place to write to, whoever started us is ending and wants no other workerd.
echo $$ >"$NAVET_WORKERD_PID" || exit 1
exec "$NAVET_WORKERD" "$@"
