#include "cluster/private_cluster.hpp"

#include "cluster/child_process.hpp"
#include "cluster/cluster_error.hpp"
#include "cluster/data_directory.hpp"

#include <libpq-fe.h>

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>

namespace throughline::cluster {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

struct private_cluster::implementation {
    data_directory directory;
    cluster_observer observer;
    std::string url;
    std::atomic<pid_t> postmaster = 0;

    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;          // the first start has succeeded or failed
    std::exception_ptr failure;  // of the first start
    std::atomic<bool> stopping = false;

    // All children are started by this thread: the kernel signals them when it ends.
    std::thread watcher;

    implementation(const std::filesystem::path& path, cluster_observer told)
        : directory(path), observer(std::move(told)) {
        directory.prepare();
        url = "postgresql:///throughline?user=throughline&host=" + directory.socket_folder().string();
    }

    void tell(const std::string& sentence) const {
        if (observer) observer(sentence);
    }

    pid_t launch() const {
        child_options server{.arguments = {(directory.binaries().folder / "postgres").string(), "-D",
                                           directory.cluster().string(), "-k", directory.socket_folder().string()},
                             .run_as = directory.owner(),
                             .output = directory.log(),
                             .input = {},
                             .signal_when_parent_dies = SIGINT};
        // Jobs come and go by the hundred a second: their dead rows must not wait a minute to be cleared away.
        for (const auto* setting :
             {"listen_addresses=", "unix_socket_permissions=0700", "max_connections=50", "shared_buffers=128MB",
              "max_wal_size=2GB", "autovacuum_naptime=10s", "log_min_messages=warning", "logging_collector=off"})
            server.arguments.insert(server.arguments.end(), {"-c", setting});
        return start_child(server);
    }

    bool ended(pid_t process) const {
        int status = 0;
        return waitpid(process, &status, WNOHANG) == process;
    }

    /// Starts PostgreSQL and waits until it answers; crash recovery may take minutes, an exit ends the wait.
    void start() {
        const auto process = launch();
        while (PQping(url.c_str()) != PQPING_OK) {
            if (ended(process))
                throw cluster_error("PostgreSQL in " + directory.directory().string() + " did not start; see " +
                                    directory.log().string());
            if (stopping) break;
            std::this_thread::sleep_for(20ms);
        }
        postmaster = process;
    }

    void stop_child() {
        const pid_t process = postmaster;
        if (process == 0) return;
        kill(process, SIGINT);
        const auto patience = clock::now() + 30s;
        while (!ended(process)) {
            if (clock::now() > patience) kill(process, SIGQUIT);
            std::this_thread::sleep_for(10ms);
        }
        postmaster = 0;
    }

    void first_start() {
        std::exception_ptr thrown;
        try {
            start();
        } catch (...) {
            thrown = std::current_exception();
        }
        const std::lock_guard lock(mutex);
        failure = thrown;
        ready = true;
        changed.notify_all();
    }

    // A killed postmaster leaves back ends that take a moment to go; until then a new one refuses to start.
    void restart() {
        tell("PostgreSQL ended unexpectedly; starting it again");
        for (auto pause = 100ms; !stopping; pause = std::min<std::chrono::milliseconds>(pause * 2, 5s)) {
            try {
                start();
                tell("PostgreSQL is back");
                return;
            } catch (const cluster_error& error) {
                tell(error.what());
                std::this_thread::sleep_for(pause);
            }
        }
    }

    void watch() {
        first_start();
        if (failure) return;
        while (!stopping) {
            if (ended(postmaster)) {
                postmaster = 0;
                restart();
            }
            std::unique_lock lock(mutex);
            changed.wait_for(lock, 200ms, [this] { return stopping.load(); });
        }
        stop_child();
    }
};

private_cluster::private_cluster(const std::filesystem::path& directory, cluster_observer observer)
    : self_(std::make_unique<implementation>(directory, std::move(observer))) {
    self_->watcher = std::thread([self = self_.get()] { self->watch(); });
    std::unique_lock lock(self_->mutex);
    self_->changed.wait(lock, [this] { return self_->ready; });
    if (self_->failure) {
        lock.unlock();
        self_->watcher.join();
        std::rethrow_exception(self_->failure);
    }
    self_->tell("PostgreSQL " + std::to_string(self_->directory.binaries().major) + " runs in " +
                self_->directory.directory().string());
}

private_cluster::~private_cluster() {
    {
        const std::lock_guard lock(self_->mutex);
        self_->stopping = true;
    }
    self_->changed.notify_all();
    if (self_->watcher.joinable()) self_->watcher.join();
}

std::string private_cluster::url() const { return self_->url; }

int private_cluster::process_id() const { return self_->postmaster; }

std::filesystem::path default_data_directory() {
    if (geteuid() == 0) return "/var/lib/throughline";
    if (const auto* home = std::getenv("XDG_DATA_HOME")) return std::filesystem::path(home) / "throughline";
    if (const auto* home = std::getenv("HOME")) return std::filesystem::path(home) / ".local/share/throughline";
    return "/var/tmp/throughline";
}

}  // namespace throughline::cluster
