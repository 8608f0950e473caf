// An empty database of its own for a test, on the server of DATABASE_URL or on a private cluster of the test process.
#pragma once

#include "storage/session.hpp"

#include <string>

namespace throughline::test {

/// Created with all migrations applied, unless `migrated` is false; dropped at the end.
class temp_database {
public:
    explicit temp_database(bool migrated = true);
    ~temp_database();
    temp_database(const temp_database&) = delete;
    temp_database& operator=(const temp_database&) = delete;

    const std::string& url() const { return url_; }
    storage::session_options options() const;

private:
    std::string name_;
    std::string url_;
};

}  // namespace throughline::test
