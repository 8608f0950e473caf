#include "cluster/child_process.hpp"

#include "cluster/cluster_error.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace throughline::cluster {
namespace {

// Between fork and exec only async-signal-safe calls are allowed: everything that allocates is done before.
[[noreturn]] void run_child(const child_options& options, char* const* arguments, int input, int output, pid_t parent) {
    // A session of its own: Ctrl-C at the terminal reaches the service alone, which then stops the child in order.
    setsid();
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (chdir("/") != 0) _exit(126);
    if (options.run_as && !become(*options.run_as)) _exit(126);
    if (options.signal_when_parent_dies != 0) {
        // After the change of account, which would clear it.
        prctl(PR_SET_PDEATHSIG, options.signal_when_parent_dies);
        if (getppid() != parent) _exit(126);
    }
    execv(arguments[0], arguments);
    _exit(127);
}

}  // namespace

pid_t start_child(const child_options& options) {
    std::vector<char*> arguments;
    for (const auto& argument : options.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    int pipe_ends[2];
    if (pipe2(pipe_ends, O_CLOEXEC) != 0)
        throw cluster_error(std::string("cannot make a pipe: ") + std::strerror(errno));
    const bool written =
        write(pipe_ends[1], options.input.data(), options.input.size()) == static_cast<ssize_t>(options.input.size());
    close(pipe_ends[1]);
    const int output = open(options.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (!written || output < 0) {
        close(pipe_ends[0]);
        throw cluster_error("cannot write " + options.output.string() + ": " + std::strerror(errno));
    }

    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) run_child(options, arguments.data(), pipe_ends[0], output, parent);
    const int failure = errno;
    close(pipe_ends[0]);
    close(output);
    if (child < 0) throw cluster_error("cannot start " + options.arguments.front() + ": " + std::strerror(failure));
    return child;
}

int wait_for_child(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace throughline::cluster
