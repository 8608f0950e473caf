// The graph of articles that are alike: profiles, candidates, links between articles and copies of one report.
#pragma once

#include "core/calendar.hpp"
#include "document/article_record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::storage {

class transaction;

/// Holds back other processes that form stories or delete articles, until the transaction ends. Returns the number of
/// the turn: one more than that of the last committed one.
std::int64_t lock_formation(transaction& tx);

/// An article that was read, with all that links it to others.
struct profile {
    std::string article_id;
    std::string key;  ///< article_record::key
    day published{};
    std::vector<weighted_term> terms;
    std::string signature;  ///< bytes, submission::signature
    std::string wire;
};

/// Those of the articles that were read, in the order of their keys.
std::vector<profile> load_profiles(transaction& tx, const std::vector<std::string>& article_ids);

/// An article among others, without its terms.
struct member {
    std::string article_id;
    std::string key;
    day published{};
    std::string story_id;  ///< as stored now; "" for none
    std::uint32_t mentions = 0;
    bool has_terms = false;
    std::string origin;  ///< as stored now
};
/// Those of the articles that were read, in the order of their keys.
std::vector<member> load_members(transaction& tx, const std::vector<std::string>& article_ids);

using id_pair = std::pair<std::string, std::string>;

struct alike_article {
    std::string article_id;  ///< one of those asked for
    std::string other_id;
    std::string reading;  ///< of the other; changes whenever it is read anew
};
/// Pairs that share a look-up term and were published at most so many days apart.
std::vector<alike_article> find_alike(transaction& tx, const std::vector<std::string>& article_ids, int window_days);

/// Pairs (given article, other article) that share a band.
std::vector<id_pair> find_near_copies(transaction& tx, const std::vector<std::string>& article_ids);

struct graph_link {
    std::string left;
    std::string right;
    double score = 0;
};

/// Replaces all links of these articles; returns the articles that they were linked to before, without themselves.
std::vector<std::string> replace_links(transaction& tx, const std::vector<std::string>& article_ids,
                                       const std::vector<graph_link>& links);

/// Deletes all links of an article.
void delete_links(transaction& tx, std::string_view article_id);

/// As replace_links, for copies of one report.
std::vector<std::string> replace_copies(transaction& tx, const std::vector<std::string>& article_ids,
                                        const std::vector<id_pair>& copies);

/// An edge set with every article that can be reached over it from the given ones, these included.
struct component {
    struct link {
        std::uint32_t left = 0;  ///< index into article_ids, left < right
        std::uint32_t right = 0;
        double score = 0;
    };
    std::vector<std::string> article_ids;  ///< each once
    std::vector<link> links;               ///< each once
};
component linked_component(transaction& tx, const std::vector<std::string>& article_ids);
/// Scores are 0.
component copied_component(transaction& tx, const std::vector<std::string>& article_ids);

/// Sets the origins of articles, given as pairs of article id and origin.
void set_origins(transaction& tx, const std::vector<id_pair>& origins);

/// The heaviest link of each article to another one in its story, on the right: why it stands there.
std::vector<graph_link> strongest_links(transaction& tx, const std::vector<std::string>& article_ids);

}  // namespace throughline::storage
