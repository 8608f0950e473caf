// Stories over a whole corpus, with candidates found as the store finds them.
#pragma once

#include "linking/story_partition.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace throughline::eval {

/// linking::partition over all links among the profiles, which are sorted by key.
std::vector<std::uint32_t> partition_all(const std::vector<linking::article_profile>& profiles);

/// Calls `use` with each line that is not empty.
void for_each_line(const std::string& text, const std::function<void(const std::string&)>& use);

}  // namespace throughline::eval
