#include "cluster/account.hpp"

#include "cluster/cluster_error.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace throughline::cluster {

std::optional<account> unprivileged_account(const std::filesystem::path& directory) {
    if (geteuid() != 0) return std::nullopt;
    struct stat status {};
    if (stat(directory.c_str(), &status) == 0 && status.st_uid != 0) {
        const auto* owner = getpwuid(status.st_uid);
        return account{owner ? owner->pw_name : std::to_string(status.st_uid), status.st_uid, status.st_gid};
    }
    for (const auto* name : {"postgres", "nobody"})
        if (const auto* entry = getpwnam(name)) return account{name, entry->pw_uid, entry->pw_gid};
    throw cluster_error("PostgreSQL does not run as root, and neither the account postgres nor nobody exists here");
}

bool become(const account& target) {
    return setgroups(0, nullptr) == 0 && setgid(target.group) == 0 && setuid(target.user) == 0;
}

void give(const std::filesystem::path& directory, const account& owner) {
    if (chown(directory.c_str(), owner.user, owner.group) != 0)
        throw cluster_error("cannot give " + directory.string() + " to " + owner.name + ": " + std::strerror(errno));
}

}  // namespace throughline::cluster
