export default { name: 'down', translate: async () => { throw new Error('the power is out'); } };
