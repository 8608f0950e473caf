// What an article tells as its news, and of which day that is.
#pragma once

#include "extraction/factuality.hpp"
#include "extraction/flashbacks.hpp"
#include "extraction/ontology.hpp"
#include "extraction/syntax.hpp"
#include "extraction/triggers.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace throughline::extraction {

/// Built when expressions have dated the document's mentions; all must outlive it. `matches[i]` is the trigger of
/// doc.mentions[i].
class news_reader {
public:
    news_reader(const document& doc, const syntax& tree, const ontology& types,
                const std::vector<trigger_match>& matches);

    /// The day of the news: the latest day that the lead's own expressions give, within a few days of publication; the
    /// day of publication where only what came before the news, or what stands behind the lead, is told of a later one.
    std::optional<day> news_day() const { return news_day_; }

    /// Whether mention `i` is told as news: somebody's words told in the simple past, or what the lead says first.
    bool is_news(std::uint32_t i) const;

private:
    tense told(std::uint32_t i) const { return tense_of(tree_, matches_[i].predicate()); }
    std::uint32_t sentence_of(std::uint32_t i) const { return tree_.at(matches_[i].token).sentence; }
    std::optional<day> find_news_day() const;
    bool is_recalled(std::uint32_t i) const;
    bool in_flashback(std::uint32_t i) const;
    bool goes_on_from_earlier(std::uint32_t i) const;
    bool in_quotation(std::uint32_t i) const;

    const document& doc_;
    const syntax& tree_;
    const ontology& types_;
    const std::vector<trigger_match>& matches_;
    std::vector<scene> flashbacks_;
    std::uint32_t lead_ = 0;  ///< the first sentence that tells something
    std::optional<day> news_day_;
};

/// "after he warned of this": a clause that tells what came before.
bool opens_after(const syntax& tree, std::uint32_t clause);

}  // namespace throughline::extraction
