namespace Territory.Optimizer.Checking;

/// <summary>A broken rule.</summary>
/// <param name="Rule">"capacity", "window", "return", "duration", "distance", "depot", "twice", "missing", "unknown", "vehicles", "cost" (not what is stated), "pairing" (the other stop is not on the route), "precedence" (the delivery comes first),
/// "trips" (the vehicle reloads too often), "backhaul" (a trip serves a linehaul after a backhaul, or begins with a backhaul where it may not), "group" (more than one of a group is served).</param>
/// <param name="Route">The route, from 1; null when the rule is about the whole solution.</param>
/// <param name="Stop">The stop's number or id in files; null when the rule is about the whole route. Of "vehicles", the depot's where there are several.</param>
/// <param name="By">By how much, in the instance's own unit; of "precedence" and "backhaul" in stops of the route.</param>
public sealed record RuleViolation(string Rule, int? Route, long? Stop, double By);
