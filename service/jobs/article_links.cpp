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

linking::article_profile for_linking(const storage::profile& stored) {
    return {stored.key, stored.published, stored.terms};
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

std::vector<std::string> link_articles(storage::transaction& tx, const std::vector<std::string>& article_ids) {
    const auto pairs = unordered(storage::find_alike(tx, article_ids, linking::link_window_days));
    const auto known = load(tx, pairs);
    std::unordered_map<std::string_view, linking::article_profile> prepared;
    for (const auto& [id, profile] : known) prepared.emplace(id, for_linking(profile));

    std::vector<storage::graph_link> links;
    for (const auto& [one, other] : pairs) {
        const auto left = prepared.find(one);
        const auto right = prepared.find(other);
        linking::article_link link;
        if (left != prepared.end() && right != prepared.end() && linking::linkable(left->second, right->second, link))
            links.push_back({one, other, link.score, std::move(link.shared)});
    }
    auto touched = storage::replace_links(tx, article_ids, links);
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
