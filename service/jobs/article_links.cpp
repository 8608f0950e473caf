#include "jobs/article_links.hpp"

#include "ingest/origin.hpp"
#include "linking/story_partition.hpp"
#include "storage/article_graph.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace throughline::jobs {
namespace {

using profiles = std::unordered_map<std::string, storage::profile>;

std::set<storage::id_pair> unordered(const std::vector<storage::id_pair>& pairs) {
    std::set<storage::id_pair> each;
    for (const auto& [one, other] : pairs) each.insert(std::minmax(one, other));
    return each;
}

profiles load(storage::transaction& tx, const std::set<storage::id_pair>& pairs) {
    std::set<std::string> ids;
    for (const auto& [one, other] : pairs) {
        ids.insert(one);
        ids.insert(other);
    }
    profiles found;
    for (auto& profile : storage::load_profiles(tx, {ids.begin(), ids.end()}))
        found.emplace(profile.article_id, std::move(profile));
    return found;
}

linking::compared_profile for_linking(const storage::profile& stored) {
    return linking::compared_profile({stored.key, stored.published, stored.terms});
}

/// Profiles of the articles to be linked, read anew, and of those like them, read where they are not known as they
/// stand.
void refresh_profiles(storage::transaction& tx, const std::vector<std::string>& article_ids,
                      const std::vector<storage::alike_article>& alike, formation_state& state) {
    std::unordered_map<std::string, std::string> missing;  // with their readings
    for (const auto& id : article_ids) missing.emplace(id, std::string());
    for (const auto& [id, other, reading] : alike) {
        const auto known = state.profiles.find(other);
        if (known == state.profiles.end() || known->second.reading != reading) missing.insert_or_assign(other, reading);
    }
    std::vector<std::string> ids;
    for (const auto& [id, reading] : missing) {
        ids.push_back(id);
        state.profiles.erase(id);
    }
    for (const auto& profile : storage::load_profiles(tx, ids))
        state.profiles.insert_or_assign(profile.article_id,
                                        known_profile{missing.at(profile.article_id), for_linking(profile)});
}

bool one_origin(const storage::profile& left, const storage::profile& right) {
    const auto one = ingest::near_signature::from_bytes(left.signature);
    const auto other = ingest::near_signature::from_bytes(right.signature);
    return one && other && ingest::share_origin({*one, left.wire}, {*other, right.wire});
}

/// The connected sets of a graph, as lists of indices into `component.article_ids`.
std::vector<std::vector<std::size_t>> connected_sets(const storage::component& component) {
    std::vector<std::size_t> parent(component.article_ids.size());
    for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = i;
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const auto& link : component.links) parent[root(link.left)] = root(link.right);
    std::map<std::size_t, std::vector<std::size_t>> sets;
    for (std::size_t i = 0; i < parent.size(); ++i) sets[root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> list;
    for (auto& [first, members] : sets) list.push_back(std::move(members));
    return list;
}

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

std::vector<std::string> link_articles(storage::transaction& tx, const std::vector<std::string>& article_ids,
                                       formation_state& state) {
    const auto alike = storage::find_alike(tx, article_ids, linking::link_window_days);
    refresh_profiles(tx, article_ids, alike, state);
    std::set<storage::id_pair> pairs;
    for (const auto& each : alike) pairs.insert(std::minmax(each.article_id, each.other_id));

    std::vector<storage::graph_link> links;
    for (const auto& [one, other] : pairs) {
        const auto left = state.profiles.find(one);
        const auto right = state.profiles.find(other);
        if (left == state.profiles.end() || right == state.profiles.end()) continue;
        if (const auto score = linking::link_score(left->second.profile, right->second.profile))
            links.push_back({one, other, *score});
    }
    auto touched = storage::replace_links(tx, article_ids, links);
    if (!state.links.replace(article_ids, links)) state.links.load(storage::linked_component(tx, article_ids));
    append(touched, article_ids);
    return touched;
}

std::vector<std::string> trace_origins(storage::transaction& tx, const std::vector<std::string>& article_ids) {
    const auto pairs = unordered(storage::find_near_copies(tx, article_ids));
    const auto known = load(tx, pairs);
    std::vector<storage::id_pair> copies;
    for (const auto& [one, other] : pairs) {
        const auto left = known.find(one);
        const auto right = known.find(other);
        if (left != known.end() && right != known.end() && one_origin(left->second, right->second))
            copies.emplace_back(one, other);
    }
    auto touched = storage::replace_copies(tx, article_ids, copies);
    append(touched, article_ids);
    return regroup_origins(tx, touched);
}

std::vector<std::string> regroup_origins(storage::transaction& tx, const std::vector<std::string>& article_ids) {
    const auto component = storage::copied_component(tx, article_ids);
    std::unordered_map<std::string, storage::member> members;
    for (auto& member : storage::load_members(tx, component.article_ids)) members.emplace(member.article_id, member);

    std::vector<storage::id_pair> origins;
    std::vector<std::string> changed;
    for (const auto& set : connected_sets(component)) {
        std::vector<std::string> keys;
        for (const auto i : set)
            if (const auto found = members.find(component.article_ids[i]); found != members.end())
                keys.push_back(found->second.key);
        if (keys.empty()) continue;
        const std::string origin(ingest::group_origin(keys));
        for (const auto i : set) {
            const auto found = members.find(component.article_ids[i]);
            if (found == members.end() || found->second.origin == origin) continue;
            origins.emplace_back(found->first, origin);
            changed.push_back(found->first);
        }
    }
    storage::set_origins(tx, origins);
    return changed;
}

}  // namespace throughline::jobs
