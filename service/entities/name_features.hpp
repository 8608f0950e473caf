// Features of the words of a sentence for the name model, as hashes (Ratinov and Roth 2009 give most of the set).
#pragma once

#include "entities/gazetteer.hpp"
#include "language/shipped_models.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::entities {

inline constexpr std::size_t feature_count = 58;
using feature_row = std::array<std::uint64_t, feature_count>;

/// Words in a row of a sentence, half open.
struct word_run {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
};

/// Reads the features of sentences one after the other; keeps its buffers between them.
class name_features {
public:
    explicit name_features(const gazetteer& tables,
                           const language::word_clusters& clusters = language::shipped_clusters())
        : tables_(&tables), clusters_(&clusters) {}

    /// Looks at the words of the next sentence.
    void read(std::span<const std::string_view> words);

    /// Where names can stand in the last read sentence, in text order: longest runs of words with a capital, a digit or
    /// a letter outside ASCII, the word before each of them and up to two between them. All other words are outside of
    /// names.
    std::span<const word_run> runs() const { return runs_; }

    /// A capitalised word of the last read sentence without regard to case; 0 for other words. It stands in one of the
    /// runs.
    std::uint64_t name_key(std::size_t at) const { return words_[at].capitalised ? words_[at].lower : 0; }

    /// The features of words[at] of the last read sentence; it stands in one of the runs.
    void at(std::size_t at, feature_row& row) const;

private:
    struct word_view {
        std::uint64_t form = 0;
        std::uint64_t lower = 0;
        std::uint64_t shape = 0;
        std::uint64_t listed = 0;  ///< what the tables say of it
        language::word_class usage;
        bool capitalised = false;
        std::array<std::uint64_t, 4> prefix{};
        std::array<std::uint64_t, 4> suffix{};
    };
    const word_view& word(std::size_t at, int offset) const;
    static word_view look_at(std::string_view word);
    language::hash class_hash(std::string_view word);
    void find_runs(std::span<const std::string_view> words);
    void look_up(std::span<const std::string_view> words, word_run near);

    const gazetteer* tables_;
    const language::word_clusters* clusters_;
    std::vector<word_view> words_;  ///< of a sentence; those far from every run are left unset
    std::vector<word_run> runs_;
    std::string buffer_;  ///< working space
};

}  // namespace throughline::entities
