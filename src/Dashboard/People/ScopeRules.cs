using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.People;

/// <summary>Which scope each role needs. Without it the person could see nothing, so it is asked for when they are invited or changed.</summary>
internal static class ScopeRules
{
    public static List<RequestProblem> ProblemsOf(Person person)
    {
        var problems = new List<RequestProblem>();
        switch (person.Role)
        {
            case Role.Administrator or Role.Planner:
                break;
            case Role.Dispatcher or Role.Supervisor:
                Need(person.Region, "region");
                Need(person.Distributor, "distributor");
                break;
            case Role.Rep:
                Need(person.Region, "region");
                Need(person.Rep, "rep");
                break;
            case Role.Driver:
                Need(person.Region, "region");
                Need(person.Vehicle, "vehicle");
                break;
        }

        return problems;

        void Need(string? value, string field)
        {
            if (string.IsNullOrWhiteSpace(value))
                problems.Add(new RequestProblem($"person.{field}", $"A {person.Role.ToString().ToLowerInvariant()} needs a {field}.", field, value));
        }
    }
}
