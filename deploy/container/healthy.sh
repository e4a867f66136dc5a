#!/bin/bash
# Succeeds when the service of this container is ready. The runtime image has no curl.
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_PORT:-8080}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
head -n 1 <&3 | grep -q ' 200'
