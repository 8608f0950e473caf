// Why a private PostgreSQL cannot be had, in a sentence for the operator.
#pragma once

#include <stdexcept>

namespace throughline::cluster {

class cluster_error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace throughline::cluster
