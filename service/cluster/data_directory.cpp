#include "cluster/data_directory.hpp"

#include "cluster/child_process.hpp"
#include "cluster/cluster_error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <utility>

namespace throughline::cluster {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string first_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/// The last lines of PostgreSQL's log, for an error message.
std::string tail(const fs::path& file) {
    std::ifstream in(file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    return text.size() > 600 ? text.substr(text.size() - 600) : text;
}

bool is_postgres_of(pid_t process, const fs::path& cluster) {
    std::error_code ignored;
    const auto proc = fs::path("/proc") / std::to_string(process);
    return fs::equivalent(fs::read_symlink(proc / "cwd", ignored), cluster, ignored);
}

void run_tool(const child_options& options, const std::string& what) {
    const int code = wait_for_child(start_child(options));
    if (code == 0) return;
    throw cluster_error(what + " failed (exit code " + std::to_string(code) + "): " + tail(options.output));
}

}  // namespace

data_directory::data_directory(fs::path directory) : directory_(fs::absolute(std::move(directory))) {
    std::error_code failure;
    fs::create_directories(directory_, failure);
    if (failure) throw cluster_error("cannot make " + directory_.string() + ": " + failure.message());
    owner_ = unprivileged_account(directory_);
    lock_ = open((directory_ / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) throw cluster_error("cannot write in " + directory_.string() + ": " + std::strerror(errno));
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        close(lock_);
        throw cluster_error(directory_.string() + " is in use by another throughline process (process id " +
                            first_line(directory_ / "lock") + "); stop it or choose another --data-dir");
    }
    const auto process = std::to_string(getpid()) + "\n";
    if (ftruncate(lock_, 0) != 0 || write(lock_, process.data(), process.size()) < 0) {
        close(lock_);
        throw cluster_error("cannot write in " + directory_.string() + ": " + std::strerror(errno));
    }
}

data_directory::~data_directory() { close(lock_); }

fs::path data_directory::socket_folder() const {
    // sockaddr_un holds 107 bytes; PostgreSQL appends "/.s.PGSQL.5432.lock".
    const auto inside = directory_ / "socket";
    if (inside.string().size() < 85) return inside;
    return "/tmp/throughline-" + std::to_string(std::hash<std::string>{}(directory_.string()));
}

void data_directory::prepare() {
    std::optional<int> major;
    if (fs::exists(cluster())) {
        const auto version = first_line(cluster() / "PG_VERSION");
        if (version.empty())
            throw cluster_error(cluster().string() + " is no PostgreSQL cluster: it has no PG_VERSION; move it away");
        major = std::atoi(version.c_str());
    }
    binaries_ = find_postgres(major);
    if (owner_) give(directory_, *owner_);
    fs::create_directories(socket_folder());
    fs::permissions(socket_folder(), fs::perms::owner_all);
    if (owner_) give(socket_folder(), *owner_);
    if (major)
        end_orphan();
    else
        make_cluster();
}

void data_directory::make_cluster() {
    const auto fresh = directory_ / "postgres.new";
    fs::remove_all(fresh);
    fs::create_directory(fresh);
    fs::permissions(fresh, fs::perms::owner_all);
    if (owner_) give(fresh, *owner_);
    child_options tool{.arguments = {(binaries_.folder / "initdb").string(), "--pgdata=" + fresh.string(),
                                     "--username=throughline", "--auth-local=trust", "--auth-host=reject",
                                     "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"},
                       .run_as = owner_,
                       .output = log(),
                       .input = {}};
    run_tool(tool, "initdb in " + directory_.string());
    tool.arguments = {(binaries_.folder / "postgres").string(),
                      "--single",
                      "-c",
                      "exit_on_error=true",
                      "-D",
                      fresh.string(),
                      "postgres"};
    tool.input = "CREATE DATABASE throughline\n";
    run_tool(tool, "creating the database in " + directory_.string());
    fs::rename(fresh, cluster());
}

// The lock is ours, so a postmaster of this cluster is one whose service was killed. The kernel has told it to stop; a
// process id that now belongs to something else must not keep the cluster from starting.
void data_directory::end_orphan() {
    const auto pid_file = cluster() / "postmaster.pid";
    for (int round = 0; fs::exists(pid_file); ++round) {
        const auto process = static_cast<pid_t>(std::atol(first_line(pid_file).c_str()));
        if (process <= 1 || kill(process, 0) != 0 || !is_postgres_of(process, cluster())) {
            fs::remove(pid_file);
            return;
        }
        if (round == 50) kill(process, SIGINT);
        if (round == 150) kill(process, SIGQUIT);
        if (round == 300)
            throw cluster_error("PostgreSQL process " + std::to_string(process) + " still uses " + cluster().string() +
                                " and does not stop");
        std::this_thread::sleep_for(100ms);
    }
}

}  // namespace throughline::cluster
