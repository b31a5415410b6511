using System.Reflection;
using System.Reflection.Emit;
using Orleans.Runtime.Calls;

namespace Orleans.Runtime.References;

/// <summary>Writes the request class of one interface method: a field per argument, and the call with them.</summary>
internal static class RequestEmitter
{
    private const string FactsName = "MethodFacts";
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    internal static string ArgumentName(int index) => $"Argument{index}";

    internal static Type Emit(ModuleBuilder module, Type owner, MethodInfo method, CallShape shape)
    {
        var type = module.DefineType(
            $"{owner.FullName}+{method.Name}Request{Guid.NewGuid():N}", TypeAttributes.Public | TypeAttributes.Sealed, shape.RequestBase);
        type.DefineDefaultConstructor(MethodAttributes.Public);
        var facts = type.DefineField(FactsName, typeof(MethodFacts), FieldAttributes.Public | FieldAttributes.Static);
        EmitFacts(type, shape, facts);
        var fields = new List<FieldBuilder>();
        foreach (var parameter in method.GetParameters().Where((_, index) => index != shape.TokenIndex))
            fields.Add(type.DefineField(ArgumentName(fields.Count), parameter.ParameterType, FieldAttributes.Public));
        EmitCall(type, owner, method, shape, fields);

        var created = type.CreateType();
        created.GetField(FactsName)!.SetValue(null, new MethodFacts(owner, method)
        {
            ArgumentFields = [.. fields.Select(field => created.GetField(field.Name)!)],
        });
        return created;
    }

    private static void EmitFacts(TypeBuilder type, CallShape shape, FieldBuilder facts)
    {
        var getter = shape.RequestBase.GetMethod("get_Facts", Members)!;
        var il = Override(type, getter, []).GetILGenerator();
        il.Emit(OpCodes.Ldsfld, facts);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitCall(TypeBuilder type, Type owner, MethodInfo method, CallShape shape, List<FieldBuilder> fields)
    {
        Type[] parameters = shape.IsSequence ? [typeof(object), typeof(CancellationToken)] : [typeof(object)];
        var il = Override(type, shape.RequestBase.GetMethod("Call", Members, parameters)!, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, owner);
        for (int index = 0, argument = 0; index < method.GetParameters().Length; index++)
        {
            if (index == shape.TokenIndex && shape.IsSequence)
            {
                il.Emit(OpCodes.Ldarg_2);
                continue;
            }

            il.Emit(OpCodes.Ldarg_0);
            if (index == shape.TokenIndex)
                il.Emit(OpCodes.Call, typeof(Request).GetMethod("get_CalleeToken", Members)!);
            else
                il.Emit(OpCodes.Ldfld, fields[argument++]);
        }

        il.Emit(OpCodes.Callvirt, method);
        if (shape.Wrap is not null)
        {
            il.Emit(OpCodes.Newobj, shape.Wrap);
        }
        else if (method.ReturnType == typeof(void))
        {
            var done = il.DeclareLocal(typeof(ValueTask));
            il.Emit(OpCodes.Ldloca, done);
            il.Emit(OpCodes.Initobj, typeof(ValueTask));
            il.Emit(OpCodes.Ldloc, done);
        }

        il.Emit(OpCodes.Ret);
    }

    private static MethodBuilder Override(TypeBuilder type, MethodInfo overridden, Type[] parameters)
    {
        var access = overridden.Attributes & MethodAttributes.MemberAccessMask;
        var method = type.DefineMethod(
            overridden.Name, access | MethodAttributes.Virtual | MethodAttributes.HideBySig, overridden.ReturnType, parameters);
        type.DefineMethodOverride(method, overridden);
        return method;
    }
}
