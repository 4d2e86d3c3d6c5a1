#!/usr/bin/env bash
# Builds a Debian package of the release binary, with manual and completions made by that binary.
# Needs cargo-deb (`cargo install cargo-deb`). The package lies in target/debian.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --release --locked
made=target/packaging
mkdir -p "$made"
target/release/tradedeck man | gzip -9n > "$made/tradedeck.1.gz"
for shell in bash zsh fish; do
  target/release/tradedeck completions "$shell" > "$made/tradedeck.$shell"
done
cargo deb --no-build --locked "$@"
