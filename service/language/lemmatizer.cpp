#include "language/lemmatizer.hpp"

#include "language/form_cache.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::language {
namespace {

constexpr std::uint32_t none = 0xffffffff;

bool cuts_code_point(std::string_view word, std::size_t at) {
    return at < word.size() && (static_cast<unsigned char>(word[at]) & 0xc0) == 0x80;
}

}  // namespace

lemmatizer::lemmatizer(std::string_view model) {
    const model_file file(model, version);
    rules_ = file.section<lemma_rule>("rules");
    text_ = file.bytes("text");
    words_ = file.section<word_slot>("words");
    endings_ = file.section<word_slot>("endings");
}

void lemmatizer::lemmatize(document& doc) const {
    // One string holds all lemmas; it must not move once views point into it.
    constexpr std::size_t longest_growth = 64;
    std::string lower;
    std::string* store = nullptr;
    form_cache<std::string_view> known;
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        const auto form = doc.word(i);
        const auto tag = doc.tokens[i].penn;
        if (const auto* lemma = known.find(form, static_cast<std::uint32_t>(tag))) {
            doc.tokens[i].lemma = *lemma;
            continue;
        }
        const auto needed = 2 * form.size() + longest_growth;
        if (store == nullptr || store->capacity() - store->size() < needed) {
            store = &doc.strings.emplace_back();
            store->reserve(std::max(needed, std::min<std::size_t>(doc.text.size() + 256, 1U << 20)));
        }
        text::lower_into(form, lower);
        const auto begin = store->size();
        append(form, lower, tag, *store);
        doc.tokens[i].lemma = std::string_view(*store).substr(begin);
        known.keep(form, doc.tokens[i].lemma, static_cast<std::uint32_t>(tag));
    }
}

void lemmatizer::append(std::string_view form, std::string_view lower, xpos tag, std::string& out) const {
    auto found = find_word(words_, key(lower, tag), none);
    for (auto size = std::min(lower.size(), longest_ending); found == none; --size) {
        found = find_word(endings_, ending_key(lower.substr(lower.size() - size), tag), none);
        if (size == 0) break;
    }
    if (found >= rules_.size()) {
        out += lower;
        return;
    }
    const auto& rule = rules_[found];
    const auto base = rule.keeps_case != 0 ? form : lower;
    const auto tail = text_.substr(rule.text, std::min<std::size_t>(rule.length, 32));
    if (rule.strip == lemma_rule::whole_word) {
        out += tail;
    } else if (rule.strip > base.size() || (rule.strip == base.size() && tail.empty()) ||
               cuts_code_point(base, base.size() - rule.strip)) {
        out += base;
    } else {
        out += base.substr(0, base.size() - rule.strip);
        out += tail;
    }
}

}  // namespace throughline::language
