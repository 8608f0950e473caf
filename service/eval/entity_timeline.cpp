#include "eval/entity_timeline.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace throughline::eval {
namespace {

constexpr std::uint32_t none = token::no_head;
/// Steps from a name up to the noun phrase's head: "the launch of the successor of X".
constexpr int longest_climb = 4;
/// Sentences in which an article tells its news, and days by which that may lie before the article.
constexpr std::uint32_t lead_sentences = 3;
constexpr std::chrono::days news_window{3};

/// The token of a range that governs the others.
std::uint32_t head_of(const document& doc, token_range range) {
    for (std::uint32_t t = range.first; t < range.last; ++t)
        if (!range.contains(doc.tokens[t].head)) return t;
    return range.first;
}

bool is_inside_phrase(const token& word) {
    switch (universal(word.relation)) {
        case deprel::compound:
        case deprel::flat:
        case deprel::appos:
        case deprel::conj:
        case deprel::amod:
        case deprel::nmod: return true;
        default: return false;
    }
}

bool is_argument(const token& word) {
    switch (universal(word.relation)) {
        case deprel::nsubj:
        case deprel::obj:
        case deprel::iobj: return true;
        default: return word.relation == deprel::obl_agent || is_inside_phrase(word);
    }
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find(' ', begin), name.size());
        if (end > begin) words.push_back(text::lower(name.substr(begin, end - begin)));
        begin = end + 1;
    }
    return words;
}

/// The tokens from `first` on that hold the words in their order, at most one other between each two; empty: none do.
token_range match_at(const document& doc, std::uint32_t first, std::span<const std::string> words) {
    std::uint32_t at = first;
    for (std::size_t w = 0; w < words.size(); ++w) {
        const std::uint32_t last = std::min(at + (w == 0 ? 1U : 2U), static_cast<std::uint32_t>(doc.tokens.size()));
        while (at < last && text::lower(doc.word(at)) != words[w]) ++at;
        if (at == last) return {};
        ++at;
    }
    return {first, at};
}

std::vector<token_range> occurrences(const document& doc, std::span<const std::string> words) {
    std::vector<token_range> found;
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t)
        if (const auto range = match_at(doc, t, words); !range.empty()) found.push_back(range);
    return found;
}

/// The day of an article's news: the first one that its lead names, else its own.
day news_day(const document& doc) {
    for (const auto& time : doc.timexes) {
        if (time.tokens.empty() || doc.tokens[time.tokens.first].sentence >= lead_sentences) continue;
        const bool one_day = time.first && time.first == time.last;
        if (one_day && *time.first <= doc.published && doc.published - *time.first <= news_window) return *time.first;
    }
    return doc.published;
}

}  // namespace

target_words find_target(const document& doc, std::string_view name) {
    const auto words = words_of(name);
    auto places = occurrences(doc, words);
    if (places.empty() && words.size() > 2) places = occurrences(doc, std::span(words).subspan(1));
    target_words target;
    for (const auto& place : places) {
        target.heads.push_back(head_of(doc, place));
        for (const auto& mention : doc.entity_mentions)
            if (mention.tokens.overlaps(place)) target.entities.push_back(mention.entity);
    }
    for (const auto& mention : doc.entity_mentions)
        if (std::find(target.entities.begin(), target.entities.end(), mention.entity) != target.entities.end())
            target.heads.push_back(mention.head);
    std::sort(target.heads.begin(), target.heads.end());
    return target;
}

bool takes_part(const document& doc, const target_words& target, const event_mention& mention) {
    const bool named = std::any_of(mention.participants.begin(), mention.participants.end(), [&](const auto& part) {
        return (part.role == participant_role::actor || part.role == participant_role::recipient) &&
               std::find(target.entities.begin(), target.entities.end(), part.entity) != target.entities.end();
    });
    if (named) return true;
    for (std::uint32_t at : target.heads) {
        for (int step = 0; step < longest_climb && at != none; ++step, at = doc.tokens[at].head) {
            if (doc.tokens[at].head == mention.trigger_token && is_argument(doc.tokens[at])) return true;
            if (!is_inside_phrase(doc.tokens[at])) break;
        }
    }
    return false;
}

bool is_beside(const document& doc, const target_words& target, const event_mention& mention) {
    const auto sentence = doc.tokens[mention.trigger_token].sentence;
    return std::any_of(target.heads.begin(), target.heads.end(),
                       [&](std::uint32_t head) { return doc.tokens[head].sentence == sentence; });
}

target_event dated_event(const document& doc, const event_mention& mention, std::string name) {
    target_event event{std::move(name), std::string(doc.tokens[mention.trigger_token].lemma), {}, false};
    const event_time& time = mention.time;
    event.founded = time.basis == time_basis::expression || time.basis == time_basis::linked;
    if (event.founded && time.first && time.last) {
        const auto whole = to_string(*time.first);
        event.date = time.unit == granularity::year    ? whole.substr(0, 4)
                     : time.unit == granularity::month ? whole.substr(0, 7)
                                                       : whole;
    } else if (mention.status != event_status::planned) {
        event.founded = false;
        event.date = to_string(news_day(doc));
    }
    return event;
}

std::string write_timeline(std::string_view entity, std::vector<target_event> events) {
    std::vector<std::string> lent(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        for (const auto& other : events)
            if (!events[i].founded && other.founded && other.lemma == events[i].lemma && other.date <= events[i].date &&
                lent[i] < other.date)
                lent[i] = other.date;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (!lent[i].empty()) events[i].date = lent[i];
    std::stable_sort(events.begin(), events.end(), [](const auto& l, const auto& r) { return l.date < r.date; });

    std::string lines = std::string(entity) + '\n';
    std::size_t order = 0;
    std::string_view last;
    for (const auto& event : events) {
        if (event.date != last) ++order;
        last = event.date;
        lines += event.date.empty() ? "0\tXXXX-XX-XX" : std::to_string(order) + '\t' + event.date;
        lines += '\t' + event.name + '\n';
    }
    return lines;
}

std::string timeline_file_name(std::string_view entity) {
    std::string name;
    for (const char c : text::lower(entity)) {
        if (c == '&')
            name += "_and_";
        else
            name += c == ' ' ? '_' : c;
    }
    return name + ".txt";
}

}  // namespace throughline::eval
