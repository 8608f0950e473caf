#include "linking/article_sample.hpp"

#include "linking/text_hash.hpp"

#include <algorithm>
#include <iterator>

namespace throughline::linking {

article_sample::change article_sample::grow(std::span<const article_record> articles) {
    change what;
    for (; known_ < articles.size(); ++known_) {
        const auto& key = articles[known_].key;
        members_.emplace(spread_hash(key), key, known_);
        what.entered.push_back(known_);
        if (members_.size() <= most_) continue;
        const auto last = std::prev(members_.end());
        const auto gone = std::get<2>(*last);
        members_.erase(last);
        if (std::erase(what.entered, gone) == 0) what.left.push_back(gone);
    }
    return what;
}

std::vector<std::uint32_t> article_sample::articles() const {
    std::vector<std::uint32_t> indices;
    for (const auto& [hash, key, index] : members_) indices.push_back(index);
    return indices;
}

}  // namespace throughline::linking
