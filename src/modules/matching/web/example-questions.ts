/** As visitors would say them. They are questions to try, in the language of the listings. */
export const exampleQuestions = [
  {
    name: '录音只抽听得了1%',
    text: '客服录音只抽听得了1%，客户重庆口音重，市面上的软件转出来错得离谱。想全量查话术，普通话要九成以上准，方言八成五以上。',
  },
  {
    name: '去飞边没人愿意干',
    text: '铸铁件的飞边和冒口根全靠人拿角磨机磨，粉尘大，招不到人。想换成机器人，换一个品种半小时内要搞定，磨完误差0.3毫米以内。',
  },
  {
    name: '放海边三个月就起泡',
    text: '出口的镁合金支架放在海边三个月，涂层就起泡、长白锈，孔里和棱边最先坏。客户要求盐雾一千小时，不能用含铬的药水。',
  },
] as const;
