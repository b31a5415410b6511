using System.Reflection;
using System.Reflection.Emit;

namespace Orleans.Runtime.References;

/// <summary>
/// Writes the reference class of a grain interface: for each method, one that makes the method's request, fills its argument fields and
/// sends it. Nothing on the path of a call uses reflection, boxes, or packs arguments into an array.
/// </summary>
internal static class ReferenceEmitter
{
    internal static readonly Lock Gate = new();

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    internal static Func<ReferenceOrigin, GrainId, GrainReference> Emit(Type interfaceType)
    {
        lock (Gate)
        {
            var module = FriendAssemblies.For(interfaceType.Assembly);
            var type = module.DefineType(
                $"{interfaceType.FullName}+Reference", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [interfaceType]);
            DefineConstructor(type);
            foreach (var owner in interfaceType.GetInterfaces().Append(interfaceType))
            {
                foreach (var method in owner.GetMethods().Where(method => method.IsAbstract))
                    DefineMethod(module, type, owner, method);
            }

            return Constructor(type.CreateType());
        }
    }

    private static void DefineConstructor(TypeBuilder type)
    {
        Type[] parameters = [typeof(ReferenceOrigin), typeof(GrainId)];
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(Members, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(ModuleBuilder module, TypeBuilder type, Type owner, MethodInfo method)
    {
        var shape = CallShape.Of(method);
        var request = RequestEmitter.Emit(module, owner, method, shape);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var body = type.DefineMethod(
            $"{owner.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        type.DefineMethodOverride(body, method);

        var il = body.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, request.GetConstructor([])!);
        for (int index = 0, argument = 0; index < parameters.Length; index++)
        {
            if (index == shape.TokenIndex)
                continue;
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, index + 1);
            il.Emit(OpCodes.Stfld, request.GetField(RequestEmitter.ArgumentName(argument++))!);
        }

        EmitToken(il, shape);
        il.Emit(OpCodes.Call, shape.Send);
        if (method.ReturnType == typeof(void))
            il.Emit(OpCodes.Pop);
        else if (shape.IsOneWay && method.ReturnType == typeof(ValueTask))
            il.Emit(OpCodes.Newobj, typeof(ValueTask).GetConstructor([typeof(Task)])!);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitToken(ILGenerator il, CallShape shape)
    {
        if (shape.TokenIndex >= 0)
        {
            il.Emit(OpCodes.Ldarg, shape.TokenIndex + 1);
            return;
        }

        var none = il.DeclareLocal(typeof(CancellationToken));
        il.Emit(OpCodes.Ldloca, none);
        il.Emit(OpCodes.Initobj, typeof(CancellationToken));
        il.Emit(OpCodes.Ldloc, none);
    }

    private static Func<ReferenceOrigin, GrainId, GrainReference> Constructor(Type type)
    {
        Type[] parameters = [typeof(ReferenceOrigin), typeof(GrainId)];
        var method = new DynamicMethod("Create", typeof(GrainReference), parameters, typeof(ReferenceEmitter).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, type.GetConstructor(parameters)!);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<ReferenceOrigin, GrainId, GrainReference>>();
    }
}
