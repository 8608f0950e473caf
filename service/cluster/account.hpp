// The unprivileged account that PostgreSQL, which refuses root, runs under.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace throughline::cluster {

struct account {
    std::string name;
    uid_t user = 0;
    gid_t group = 0;
};

/// Where the process is root: the directory's owner when that is somebody else, else "postgres", else "nobody".
/// nullopt where the process is not root and nothing has to change. Throws cluster_error when there is none.
std::optional<account> unprivileged_account(const std::filesystem::path& directory);

/// Turns the calling process into that account for good. Async-signal-safe; false when the system refuses.
bool become(const account& target);

/// Gives the directory itself, not what is in it, to the account. Throws cluster_error.
void give(const std::filesystem::path& directory, const account& owner);

}  // namespace throughline::cluster
