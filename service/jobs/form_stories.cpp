#include "jobs/form_stories.hpp"

#include "jobs/article_links.hpp"
#include "jobs/story_changes.hpp"
#include "jobs/story_plan.hpp"
#include "linking/story_partition.hpp"
#include "storage/article_graph.hpp"
#include "storage/membership_store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace throughline::jobs {
namespace {

/// The articles that may change places, in the order of their keys, and the stories that they divide into.
struct division {
    std::vector<storage::member> members;
    std::vector<std::vector<std::uint32_t>> groups;  ///< indices of members
};

storage::component connected(storage::transaction& tx, const std::vector<std::string>& article_ids, link_graph& links) {
    if (auto known = links.reach(article_ids)) return std::move(*known);
    auto read = storage::linked_component(tx, article_ids);
    links.load(read);
    return read;
}

division divide(storage::transaction& tx, const std::vector<std::string>& article_ids, link_graph& graph) {
    const auto component = connected(tx, article_ids, graph);
    division parts;
    parts.members = storage::load_members(tx, component.article_ids);
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (std::uint32_t i = 0; i < parts.members.size(); ++i) by_id.emplace(parts.members[i].article_id, i);
    std::vector<std::optional<std::uint32_t>> places;  // of each article of the component among the members
    for (const auto& id : component.article_ids) {
        const auto found = by_id.find(id);
        places.push_back(found == by_id.end() ? std::nullopt : std::optional(found->second));
    }

    std::vector<day> published;
    for (const auto& member : parts.members) published.push_back(member.published);
    std::vector<linking::article_link> links;
    links.reserve(component.links.size());
    for (const auto& link : component.links) {
        if (!places[link.left] || !places[link.right]) continue;
        const auto [left, right] = std::minmax(*places[link.left], *places[link.right]);
        links.push_back({left, right, link.score});
    }
    const auto stories = linking::partition(published, links);
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < stories.size(); ++i) groups[stories[i]].push_back(i);
    for (auto& [first, members] : groups) parts.groups.push_back(std::move(members));
    return parts;
}

std::vector<story_group> describe(const division& parts) {
    std::vector<story_group> groups;
    for (const auto& members : parts.groups) {
        story_group group;
        group.key = parts.members[members.front()].key;
        group.wanted = false;
        for (const auto i : members) {
            group.current_stories.push_back(parts.members[i].story_id);
            group.wanted = group.wanted || (parts.members[i].mentions > 0 && parts.members[i].has_terms);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<std::string> stories_of(storage::transaction& tx, const division& parts) {
    std::set<std::string> ids;
    for (const auto& member : parts.members)
        if (!member.story_id.empty()) ids.insert(member.story_id);
    return storage::by_age(tx, {ids.begin(), ids.end()});
}

std::vector<storage::move> moves_of(const division& parts, const std::vector<std::string>& ids) {
    std::vector<storage::move> moves;
    for (std::size_t group = 0; group < parts.groups.size(); ++group)
        for (const auto i : parts.groups[group]) {
            const auto& member = parts.members[i];
            if (member.story_id != ids[group]) moves.push_back({member.article_id, member.story_id, ids[group]});
        }
    return moves;
}

/// Waits for those who write the stories' timelines: the revisions that they publish tell nothing of what follows.
void hold_stories(storage::transaction& tx, const std::vector<storage::move>& moves, const story_plan& plan) {
    std::set<std::string> stories;
    for (const auto& move : moves) stories.insert({move.from, move.to});
    for (const auto& merge : plan.merged) stories.insert({merge.gone, plan.ids[merge.into]});
    stories.insert(plan.emptied.begin(), plan.emptied.end());
    stories.erase("");
    storage::hold_stories(tx, {stories.begin(), stories.end()});
}

/// Divides the stories around the articles anew. Returns the stories whose articles changed.
std::set<std::string> reshape(job_context& context, storage::transaction& tx,
                              const std::vector<std::string>& article_ids, const std::vector<std::string>& causes,
                              link_graph& links) {
    const auto parts = divide(tx, article_ids, links);
    const auto groups = describe(parts);
    auto plan = plan_stories(stories_of(tx, parts), groups);
    for (std::size_t group = 0; group < groups.size(); ++group)
        if (plan.ids[group].empty() && groups[group].wanted) plan.ids[group] = storage::create_story(tx);

    const auto moves = moves_of(parts, plan.ids);
    hold_stories(tx, moves, plan);
    storage::move_articles(tx, moves);
    std::map<std::string, std::string> merged;
    for (const auto& merge : plan.merged) merged.emplace(merge.gone, plan.ids[merge.into]);
    log_moves(tx, moves, merged, causes);
    std::set<std::string> touched;
    for (const auto& move : moves) {
        touched.insert(move.from);
        touched.insert(move.to);
    }
    touched.erase("");
    for (const auto& [gone, into] : merged) {
        storage::merge_story(tx, gone, into);
        touched.erase(gone);
        touched.insert(into);
        context.changes.push_back({gone, 0, {}});
    }
    for (const auto& gone : plan.emptied) {
        storage::remove_story(tx, gone);
        touched.erase(gone);
        context.changes.push_back({gone, 0, {}});
    }
    return touched;
}

std::set<std::string> stories_holding(storage::transaction& tx, const std::vector<std::string>& article_ids) {
    std::set<std::string> stories;
    for (const auto& member : storage::load_members(tx, article_ids)) stories.insert(member.story_id);
    stories.erase("");
    return stories;
}

void announce_all(job_context& context, storage::transaction& tx) {
    for (const auto& change : context.changes) storage::announce(tx, change);
}

/// The articles wait for their story's timeline; those without a story have nothing to wait for.
void settle(job_context& context, storage::transaction& tx, const std::vector<std::string>& article_ids) {
    const auto read = storage::read_as_newest(tx, article_ids);
    std::vector<std::string> ids;
    std::vector<storage::waiting_article> alone;
    for (const auto& article : read) {
        ids.push_back(article.article_id);
        if (article.story_id.empty()) alone.push_back({article.article_id, article.version});
    }
    storage::mark_processing(tx, ids);
    auto done = storage::mark_processed(tx, alone);
    if (!done.empty()) context.changes.push_back({"", 0, std::move(done)});
}

void assemble_later(storage::transaction& tx, const std::set<std::string>& stories) {
    storage::enqueue(tx, storage::job_kind::assemble, {stories.begin(), stories.end()});
}

/// Does the work in a turn of forming stories, with what is known of the turn before.
template <class Work>
result<bool> in_turn(job_context& context, std::string_view name, Work work) {
    std::int64_t turn = 0;
    auto done = context.database.run(name, storage::access::write, [&](storage::transaction& tx) -> result<bool> {
        context.changes.clear();
        turn = storage::lock_formation(tx);
        auto state = context.formation.take(turn);
        auto worked = work(tx, state);
        // Kept while the turn is still ours, so that whoever has the next one finds it.
        if (worked) context.formation.keep(std::move(state));
        return worked;
    });
    if (!done) context.formation.forget(turn);
    return done;
}

}  // namespace

result<bool> form_stories(job_context& context, const std::vector<storage::job>& jobs) {
    std::vector<std::string> articles;
    std::vector<std::int64_t> ids;
    for (const auto& job : jobs) {
        articles.push_back(job.subject);
        ids.push_back(job.id);
    }
    return in_turn(context, "form_stories", [&](storage::transaction& tx, formation_state& state) -> result<bool> {
        if (!storage::finish(tx, context.worker, ids)) return lost_lease();
        const auto touched_articles = link_articles(tx, articles, state);
        auto reordered = trace_origins(tx, articles);
        auto stories = reshape(context, tx, touched_articles, articles, state.links);
        reordered.insert(reordered.end(), articles.begin(), articles.end());
        stories.merge(stories_holding(tx, reordered));
        settle(context, tx, articles);
        assemble_later(tx, stories);
        announce_all(context, tx);
        return true;
    });
}

result<bool> regroup_story(job_context& context, const storage::job& job) {
    return in_turn(context, "regroup_story", [&](storage::transaction& tx, formation_state& state) -> result<bool> {
        if (!storage::finish(tx, context.worker, {job.id})) return lost_lease();
        const auto articles = storage::articles_of(tx, job.subject);
        if (articles.empty()) return true;
        const auto reordered = regroup_origins(tx, articles);
        auto stories = reshape(context, tx, articles, {}, state.links);
        stories.merge(stories_holding(tx, reordered));
        stories.merge(stories_holding(tx, articles));
        assemble_later(tx, stories);
        announce_all(context, tx);
        return true;
    });
}

}  // namespace throughline::jobs
