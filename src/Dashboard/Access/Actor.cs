using System.Reflection;
using Microsoft.AspNetCore.Http;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Access;

/// <summary>The signed-in person behind a request, as a handler's parameter.</summary>
public sealed record Actor(PersonFacts Person)
{
    /// <exception cref="InvalidOperationException">The endpoint is open to everyone and must not ask for an actor.</exception>
    public static ValueTask<Actor?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var person = context.Features.Get<PersonFacts>()
            ?? throw new InvalidOperationException($"The parameter {parameter.Name} asks for the signed-in person, but the endpoint lets anyone in.");
        return ValueTask.FromResult<Actor?>(new Actor(person));
    }
}
