#!/usr/bin/env bash
# rabbitmq.sh FOLDER PORT [METRICS_PORT]: serves on loopback until it is stopped; user and password "guest". Stores its data in FOLDER.
set -euo pipefail
folder=$1 port=$2 metrics=${3-}
source "$(dirname "$0")/common.sh"
mkdir -p "$folder"
echo "[${metrics:+rabbitmq_prometheus}]." >"$folder/enabled_plugins"
# A separate Erlang port mapper (epmd) in the foreground. It ends with this script and does not affect other nodes on this machine.
export ERL_EPMD_PORT=$(free_port) ERL_EPMD_ADDRESS=127.0.0.1
epmd -port "$ERL_EPMD_PORT" >/dev/null 2>&1 &
export HOME=$folder RABBITMQ_NODENAME=ocr@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$port
export RABBITMQ_DIST_PORT=$(free_port) RABBITMQ_MNESIA_BASE=$folder/mnesia RABBITMQ_LOG_BASE=$folder/log
export RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
limits=$(dirname "$0")/../rabbitmq/limits.conf
cat >"$folder/rabbitmq.conf" <<CONF
$(cat "$limits")
${metrics:+prometheus.tcp.ip = 127.0.0.1}
${metrics:+prometheus.tcp.port = $metrics}
CONF
exec /usr/lib/rabbitmq/bin/rabbitmq-server
