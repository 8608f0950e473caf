// Starts the programs of PostgreSQL as children of this process.
#pragma once

#include "cluster/account.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace throughline::cluster {

struct child_options {
    std::vector<std::string> arguments;  ///< program's path first
    std::optional<account> run_as;       ///< nullopt: the account of this process
    std::filesystem::path output;        ///< file that stdout and stderr are appended to
    std::string input;                   ///< given on stdin, at most 4 KiB; "" for none
    int signal_when_parent_dies = 0;     ///< sent by the kernel when the thread that starts the child ends; 0: none
};

/// Starts the child and returns its process id. Throws cluster_error.
pid_t start_child(const child_options& options);

/// Waits for the child and returns its exit code, 128 + n for signal n.
int wait_for_child(pid_t child);

}  // namespace throughline::cluster
