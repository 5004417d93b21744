// Solves what the auction solves, exactly, by LEMON, and says what it took. Reads the graph from the file named first.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

using lemon::SmartDigraph;

static std::vector<int32_t> numbers(FILE* file, size_t count) {
	std::vector<int32_t> values(count);
	if (fread(values.data(), sizeof(int32_t), count, file) != count) values.clear();
	return values;
}

template <typename Solver>
static void solve(const char* name, const SmartDigraph& graph, const SmartDigraph::ArcMap<int>& room,
				  const SmartDigraph::ArcMap<long long>& cost, const SmartDigraph::NodeMap<int>& supply,
				  const std::vector<SmartDigraph::Arc>& edges) {
	const clock_t begin = clock();
	Solver solver(graph);
	solver.upperMap(room).costMap(cost).supplyMap(supply);
	solver.run();
	const double milliseconds = 1000.0 * double(clock() - begin) / CLOCKS_PER_SEC;
	long long paired = 0;
	for (const auto& edge : edges) paired += solver.flow(edge);
	printf("{\"name\":\"%s\",\"milliseconds\":%.3f,\"worth\":%lld,\"paired\":%lld}\n", name, milliseconds,
		   -(long long)solver.totalCost(), paired);
}

int main(int, char** arguments) {
	FILE* file = fopen(arguments[1], "rb");
	if (!file) return 1;
	const auto sizes = numbers(file, 3);
	const int members = sizes[0], supporters = sizes[1], count = sizes[2];
	const auto start = numbers(file, members + 1), to = numbers(file, count), weight = numbers(file, count),
			   rooms = numbers(file, supporters);
	fclose(file);

	SmartDigraph graph;
	graph.reserveNode(members + supporters + 1);
	graph.reserveArc(count + members + supporters);
	std::vector<SmartDigraph::Node> asking, offering;
	for (int i = 0; i < members; i++) asking.push_back(graph.addNode());
	for (int i = 0; i < supporters; i++) offering.push_back(graph.addNode());
	const auto end = graph.addNode();
	SmartDigraph::ArcMap<int> room(graph);
	SmartDigraph::ArcMap<long long> cost(graph);
	SmartDigraph::NodeMap<int> supply(graph, 0);
	std::vector<SmartDigraph::Arc> edges;
	const auto connect = [&](SmartDigraph::Node from, SmartDigraph::Node into, int upper, long long each) {
		const auto arc = graph.addArc(from, into);
		room[arc] = upper;
		cost[arc] = each;
		return arc;
	};
	for (int i = 0; i < members; i++) {
		supply[asking[i]] = 1;
		for (int at = start[i]; at < start[i + 1]; at++)
			edges.push_back(connect(asking[i], offering[to[at]], 1, -weight[at]));
		// Staying without anybody is worth nothing.
		connect(asking[i], end, 1, 0);
	}
	for (int i = 0; i < supporters; i++) connect(offering[i], end, rooms[i], 0);
	supply[end] = -members;

	if (!strcmp(arguments[2], "simplex"))
		solve<lemon::NetworkSimplex<SmartDigraph, int, long long>>("network simplex", graph, room, cost, supply, edges);
	else
		solve<lemon::CostScaling<SmartDigraph, int, long long>>("cost scaling", graph, room, cost, supply, edges);
	return 0;
}
